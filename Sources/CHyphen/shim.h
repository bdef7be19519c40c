// libhyphen: only the tests call it, to compare the reader of our own with it.
#include <hyphen.h>
#include <stdlib.h>
