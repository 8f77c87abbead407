#include "CMicroHTTPD.h"

#define LIBRARY "libmicrohttpd.so.12"
#define VARIADICS(X)                                                                                                   \
    X(struct MHD_Daemon *, MHD_start_daemon,                                                                           \
      (unsigned int flags, uint16_t port, MHD_AcceptPolicyCallback policy, void *policy_context,                       \
       MHD_AccessHandlerCallback handler, void *context, ...))                                                         \
    X(const union MHD_ConnectionInfo *, MHD_get_connection_info,                                                       \
      (struct MHD_Connection * connection, enum MHD_ConnectionInfoType kind, ...))
#define FUNCTIONS(X)                                                                                                   \
    X(MHD_socket, MHD_quiesce_daemon, (struct MHD_Daemon * daemon), (daemon))                                          \
    X(void, MHD_stop_daemon, (struct MHD_Daemon * daemon), (daemon))                                                   \
    X(void, MHD_suspend_connection, (struct MHD_Connection * connection), (connection))                                \
    X(void, MHD_resume_connection, (struct MHD_Connection * connection), (connection))                                 \
    X(int, MHD_get_connection_values,                                                                                  \
      (struct MHD_Connection * connection, enum MHD_ValueKind kind, MHD_KeyValueIterator iterator, void *context),     \
      (connection, kind, iterator, context))                                                                           \
    X(struct MHD_Response *, MHD_create_response_from_buffer,                                                          \
      (size_t count, void *bytes, enum MHD_ResponseMemoryMode mode), (count, bytes, mode))                             \
    X(struct MHD_Response *, MHD_create_response_from_callback,                                                        \
      (uint64_t count, size_t block, MHD_ContentReaderCallback reader, void *context,                                  \
       MHD_ContentReaderFreeCallback release),                                                                         \
      (count, block, reader, context, release))                                                                        \
    X(enum MHD_Result, MHD_add_response_header,                                                                        \
      (struct MHD_Response * response, const char *name, const char *value), (response, name, value))                  \
    X(enum MHD_Result, MHD_queue_response,                                                                             \
      (struct MHD_Connection * connection, unsigned int status, struct MHD_Response *response),                        \
      (connection, status, response))                                                                                  \
    X(void, MHD_destroy_response, (struct MHD_Response * response), (response))
#include "../CSystem/lazy_library.h"

struct MHD_Daemon *runbook_mhd_start(unsigned int flags, MHD_AccessHandlerCallback handler, void *context,
                                     struct MHD_OptionItem *options) {
    return library()->MHD_start_daemon(flags, 0, NULL, NULL, handler, context, MHD_OPTION_ARRAY, options,
                                       MHD_OPTION_END);
}

int runbook_mhd_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        library()->MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}
