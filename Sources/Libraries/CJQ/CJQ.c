#include "CJQ.h"

#define LIBRARY "libjq.so.1"
#define VARIADICS(X)
#define FUNCTIONS(X)                                                                                                   \
    X(jv, jv_copy, (jv value), (value))                                                                                \
    X(void, jv_free, (jv value), (value))                                                                              \
    X(jv_kind, jv_get_kind, (jv value), (value))                                                                       \
    X(jv, jv_invalid, (void), ())                                                                                      \
    X(jv, jv_invalid_get_msg, (jv value), (value))                                                                     \
    X(int, jv_invalid_has_msg, (jv value), (value))                                                                    \
    X(jv, jv_null, (void), ())                                                                                         \
    X(jv, jv_array, (void), ())                                                                                        \
    X(jv, jv_object, (void), ())                                                                                       \
    X(jv, jv_bool, (int value), (value))                                                                               \
    X(jv, jv_number, (double value), (value))                                                                          \
    X(jv, jv_array_append, (jv array, jv value), (array, value))                                                       \
    X(jv, jv_object_set, (jv object, jv name, jv value), (object, name, value))                                        \
    X(jv, jv_string_sized, (const char *text, int count), (text, count))                                               \
    X(jv, jv_string, (const char *text), (text))                                                                       \
    X(int, jv_string_length_bytes, (jv value), (value))                                                                \
    X(const char *, jv_string_value, (jv value), (value))                                                              \
    X(jv, jv_dump_string, (jv value, int flags), (value, flags))                                                       \
    X(jv, jv_parse_sized, (const char *text, int count), (text, count))                                                \
    X(jq_state *, jq_init, (void), ())                                                                                 \
    X(void, jq_teardown, (jq_state * *state), (state))                                                                 \
    X(void, jq_set_error_cb, (jq_state * state, jq_msg_cb callback, void *context), (state, callback, context))        \
    X(void, jq_set_input_cb, (jq_state * state, jq_input_cb callback, void *context), (state, callback, context))      \
    X(void, jq_set_debug_cb, (jq_state * state, jq_msg_cb callback, void *context), (state, callback, context))        \
    X(void, jq_set_attr, (jq_state * state, jv name, jv value), (state, name, value))                                  \
    X(int, jq_compile_args, (jq_state * state, const char *program, jv arguments), (state, program, arguments))        \
    X(void, jq_start, (jq_state * state, jv input, int flags), (state, input, flags))                                  \
    X(jv, jq_next, (jq_state * state), (state))
#include "../CSystem/lazy_library.h"
