#ifndef RUNBOOK_CCRYPTO_SHIM_H
#define RUNBOOK_CCRYPTO_SHIM_H

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* A new pair of keys on the curve P-256 (the function is variadic, and its macro does not reach Swift); NULL when there
   is no memory or no randomness. */
static inline EVP_PKEY *runbook_crypto_key(void)
{
    return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
}

#endif
