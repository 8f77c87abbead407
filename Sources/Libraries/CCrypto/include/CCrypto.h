/// libcrypto, loaded when the first of its functions is called.
#ifndef RUNBOOK_CCRYPTO_H
#define RUNBOOK_CCRYPTO_H

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// SHA-256, looked up once: what EVP_sha256 returns is looked up again for each digest (crypto(7), "Implicit fetching").
const EVP_MD *runbook_crypto_sha256(void);

/// A new pair of keys on the curve P-256 (the function is variadic, and its macro does not reach Swift); NULL when there
/// is no memory or no randomness.
EVP_PKEY *runbook_crypto_key(void);

#endif
