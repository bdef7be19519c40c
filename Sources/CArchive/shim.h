// libarchive: writing ZIP files larger than 4 GB.
#include <archive.h>
#include <archive_entry.h>
