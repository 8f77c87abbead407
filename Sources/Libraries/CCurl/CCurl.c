#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

/// What is taken from the library; `multi_poll` and `multi_wakeup` ask for 7.68, the request gate below for 7.80.
#define SYMBOLS(X)                                                                                                     \
    X(global_init) X(easy_init) X(easy_cleanup) X(easy_reset) X(easy_strerror) X(easy_setopt) X(easy_getinfo)          \
    X(slist_append) X(slist_free_all) X(multi_init) X(multi_cleanup) X(multi_add_handle) X(multi_remove_handle)        \
    X(multi_perform) X(multi_poll) X(multi_wakeup) X(multi_info_read)

static struct {
#define FIELD(name) __typeof__(&curl_##name) name;
    SYMBOLS(FIELD)
#undef FIELD
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char problem[512];

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        const char *text = dlerror();
        snprintf(problem, sizeof problem, "%s", text ? text : "libcurl.so.4 cannot be loaded");
        return;
    }
#define LOOK_UP(name)                                                                                                  \
    *(void **)&curl.name = dlsym(library, "curl_" #name);                                                              \
    if (curl.name == NULL) {                                                                                           \
        snprintf(problem, sizeof problem, "libcurl.so.4 lacks `curl_" #name "`: it is older than 7.68");               \
        return;                                                                                                        \
    }
    SYMBOLS(LOOK_UP)
#undef LOOK_UP
    CURLcode code = curl.global_init(CURL_GLOBAL_DEFAULT);
    if (code != CURLE_OK) snprintf(problem, sizeof problem, "libcurl does not start: %s", curl.easy_strerror(code));
}

const char *cc_load(void) {
    pthread_once(&once, load);
    return problem[0] ? problem : NULL;
}

CURL *cc_easy_init(void) { return curl.easy_init(); }
void cc_easy_cleanup(CURL *easy) { curl.easy_cleanup(easy); }
void cc_easy_reset(CURL *easy) { curl.easy_reset(easy); }
const char *cc_easy_strerror(CURLcode code) { return curl.easy_strerror(code); }

CURLcode cc_set_long(CURL *easy, CURLoption option, long value) { return curl.easy_setopt(easy, option, value); }
CURLcode cc_set_size(CURL *easy, CURLoption option, long long value) {
    return curl.easy_setopt(easy, option, (curl_off_t)value);
}
CURLcode cc_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl.easy_setopt(easy, option, value);
}
CURLcode cc_set_pointer(CURL *easy, CURLoption option, void *value) { return curl.easy_setopt(easy, option, value); }
CURLcode cc_set_data_callback(CURL *easy, CURLoption option, size_t (*callback)(char *, size_t, size_t, void *)) {
    return curl.easy_setopt(easy, option, callback);
}
CURLcode cc_set_prereq_callback(CURL *easy, int (*callback)(void *, char *, char *, int, int)) {
    return curl.easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}
CURLcode cc_get_long(CURL *easy, CURLINFO info, long *value) { return curl.easy_getinfo(easy, info, value); }
CURLcode cc_get_pointer(CURL *easy, CURLINFO info, void **value) { return curl.easy_getinfo(easy, info, value); }

struct curl_slist *cc_slist_append(struct curl_slist *list, const char *line) { return curl.slist_append(list, line); }
void cc_slist_free_all(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *cc_multi_init(void) { return curl.multi_init(); }
void cc_multi_cleanup(CURLM *multi) { curl.multi_cleanup(multi); }
CURLMcode cc_multi_add_handle(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }
CURLMcode cc_multi_remove_handle(CURLM *multi, CURL *easy) { return curl.multi_remove_handle(multi, easy); }
CURLMcode cc_multi_perform(CURLM *multi, int *running) { return curl.multi_perform(multi, running); }
CURLMcode cc_multi_poll(CURLM *multi, int timeout_ms) { return curl.multi_poll(multi, NULL, 0, timeout_ms, NULL); }
CURLMcode cc_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

CURL *cc_multi_next_done(CURLM *multi, CURLcode *result) {
    int left = 0;
    for (CURLMsg *message; (message = curl.multi_info_read(multi, &left)) != NULL;) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}
