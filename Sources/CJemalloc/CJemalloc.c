#include "CJemalloc.h"

// What is free goes back to the system and is not kept for later: whoever limits the program's memory (RLIMIT_DATA) limits what it uses.
const char *malloc_conf = "retain:false";
