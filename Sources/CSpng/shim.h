// libspng: PNG images that cannot go into a PDF as they are.
#include <spng.h>
