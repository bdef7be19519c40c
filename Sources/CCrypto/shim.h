// libcrypto: SHA-256 through the EVP interface.
#include <openssl/evp.h>
// HMAC with it.
#include <openssl/hmac.h>
#include <openssl/x509.h>
