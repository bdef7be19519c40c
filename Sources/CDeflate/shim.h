// libdeflate: zlib streams for PDF.
#include <libdeflate.h>
