// GMime: mail as RFC 5322 and MIME define it.
#include <gmime/gmime.h>
