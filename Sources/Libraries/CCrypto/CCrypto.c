#include "CCrypto.h"

#define LIBRARY "libcrypto.so.3"
#define VARIADICS(X)                                                                                                   \
    X(EVP_PKEY *, EVP_PKEY_Q_keygen, (OSSL_LIB_CTX * context, const char *properties, const char *type, ...))
#define FUNCTIONS(X)                                                                                                   \
    X(int, CRYPTO_memcmp, (const void *left, const void *right, size_t count), (left, right, count))                   \
    X(const EVP_MD *, EVP_sha1, (void), ())                                                                            \
    X(const EVP_MD *, EVP_sha256, (void), ())                                                                          \
    X(EVP_MD *, EVP_MD_fetch, (OSSL_LIB_CTX * context, const char *name, const char *properties),                      \
      (context, name, properties))                                                                                     \
    X(EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())                                                                        \
    X(void, EVP_MD_CTX_free, (EVP_MD_CTX * context), (context))                                                        \
    X(int, EVP_DigestInit_ex, (EVP_MD_CTX * context, const EVP_MD *digest, ENGINE *engine), (context, digest, engine)) \
    X(int, EVP_DigestUpdate, (EVP_MD_CTX * context, const void *bytes, size_t count), (context, bytes, count))         \
    X(int, EVP_DigestFinal_ex, (EVP_MD_CTX * context, unsigned char *result, unsigned int *count),                     \
      (context, result, count))                                                                                        \
    X(int, EVP_Digest,                                                                                                 \
      (const void *bytes, size_t count, unsigned char *result, unsigned int *size, const EVP_MD *digest,               \
       ENGINE *engine),                                                                                                \
      (bytes, count, result, size, digest, engine))                                                                    \
    X(unsigned char *, HMAC,                                                                                           \
      (const EVP_MD *digest, const void *key, int key_count, const unsigned char *bytes, size_t count,                 \
       unsigned char *result, unsigned int *size),                                                                     \
      (digest, key, key_count, bytes, count, result, size))                                                            \
    X(void, EVP_PKEY_free, (EVP_PKEY * key), (key))                                                                    \
    X(X509 *, X509_new, (void), ())                                                                                    \
    X(void, X509_free, (X509 * certificate), (certificate))                                                            \
    X(int, X509_set_version, (X509 * certificate, long version), (certificate, version))                               \
    X(ASN1_INTEGER *, X509_get_serialNumber, (X509 * certificate), (certificate))                                      \
    X(int, ASN1_INTEGER_set_uint64, (ASN1_INTEGER * number, uint64_t value), (number, value))                          \
    X(ASN1_TIME *, X509_getm_notBefore, (const X509 *certificate), (certificate))                                      \
    X(ASN1_TIME *, X509_getm_notAfter, (const X509 *certificate), (certificate))                                       \
    X(ASN1_TIME *, X509_gmtime_adj, (ASN1_TIME * time, long seconds), (time, seconds))                                 \
    X(X509_NAME *, X509_get_issuer_name, (const X509 *certificate), (certificate))                                     \
    X(X509_NAME *, X509_get_subject_name, (const X509 *certificate), (certificate))                                    \
    X(int, X509_NAME_add_entry_by_NID,                                                                                 \
      (X509_NAME * name, int field, int type, const unsigned char *bytes, int count, int place, int set),              \
      (name, field, type, bytes, count, place, set))                                                                   \
    X(int, X509_set_pubkey, (X509 * certificate, EVP_PKEY *key), (certificate, key))                                   \
    X(void, X509V3_set_ctx,                                                                                            \
      (X509V3_CTX * context, X509 * issuer, X509 * subject, X509_REQ * request, X509_CRL * revoked, int flags),        \
      (context, issuer, subject, request, revoked, flags))                                                             \
    X(X509_EXTENSION *, X509V3_EXT_conf_nid,                                                                           \
      (LHASH_OF(CONF_VALUE) * configuration, X509V3_CTX * context, int kind, const char *value),                       \
      (configuration, context, kind, value))                                                                           \
    X(void, X509_EXTENSION_free, (X509_EXTENSION * extension), (extension))                                            \
    X(int, X509_add_ext, (X509 * certificate, X509_EXTENSION * extension, int place), (certificate, extension, place)) \
    X(int, X509_sign, (X509 * certificate, EVP_PKEY * key, const EVP_MD *digest), (certificate, key, digest))          \
    X(const BIO_METHOD *, BIO_s_mem, (void), ())                                                                       \
    X(BIO *, BIO_new, (const BIO_METHOD *kind), (kind))                                                                \
    X(int, BIO_free, (BIO * stream), (stream))                                                                         \
    X(int, BIO_read, (BIO * stream, void *bytes, int count), (stream, bytes, count))                                   \
    X(int, PEM_write_bio_X509, (BIO * stream, const X509 *certificate), (stream, certificate))                         \
    X(int, PEM_write_bio_PKCS8PrivateKey,                                                                              \
      (BIO * stream, const EVP_PKEY *key, const EVP_CIPHER *cipher, const char *password, int count,                   \
       pem_password_cb *callback, void *context),                                                                      \
      (stream, key, cipher, password, count, callback, context))
#include "../CSystem/lazy_library.h"

static EVP_MD *sha256;
static void fetch_sha256(void) { sha256 = EVP_MD_fetch(NULL, "SHA256", NULL); }

const EVP_MD *runbook_crypto_sha256(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, fetch_sha256);
    return sha256 ? sha256 : EVP_sha256();
}

EVP_PKEY *runbook_crypto_key(void) { return library()->EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256"); }
