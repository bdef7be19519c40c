// uchardet: which encoding a text is in. iconv: the same text in UTF-8; glibc's declaration is repeated for Swift, whose
// module of glibc does not have it.
#include <uchardet/uchardet.h>
#include <iconv.h>
