/// libcurl, loaded when it is first used: linking it costs every start of the program five milliseconds.
///
/// Options and codes are libcurl's own. Functions have the names of libcurl's with `cc_` for `curl_`; the variadic ones,
/// which Swift cannot call, are split by the type of what they take. `cc_load` must have succeeded before any other.
#ifndef RUNBOOK_CCURL_H
#define RUNBOOK_CCURL_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/// Loads libcurl once, from any thread. Returns NULL on success, else why not; the text lives for ever.
const char *cc_load(void);

CURL *cc_easy_init(void);
void cc_easy_cleanup(CURL *easy);
void cc_easy_reset(CURL *easy);
const char *cc_easy_strerror(CURLcode code);

CURLcode cc_set_long(CURL *easy, CURLoption option, long value);
CURLcode cc_set_size(CURL *easy, CURLoption option, long long value);
CURLcode cc_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode cc_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode cc_set_data_callback(CURL *easy, CURLoption option, size_t (*callback)(char *, size_t, size_t, void *));
CURLcode cc_set_prereq_callback(CURL *easy, int (*callback)(void *, char *, char *, int, int));
CURLcode cc_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode cc_get_pointer(CURL *easy, CURLINFO info, void **value);

struct curl_slist *cc_slist_append(struct curl_slist *list, const char *line);
void cc_slist_free_all(struct curl_slist *list);

CURLM *cc_multi_init(void);
void cc_multi_cleanup(CURLM *multi);
CURLMcode cc_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode cc_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode cc_multi_perform(CURLM *multi, int *running);
CURLMcode cc_multi_poll(CURLM *multi, int timeout_ms);
CURLMcode cc_multi_wakeup(CURLM *multi);
/// Takes the next finished transfer; returns its handle, or NULL when there is none.
CURL *cc_multi_next_done(CURLM *multi, CURLcode *result);

#endif
