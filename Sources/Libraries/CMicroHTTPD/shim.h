#ifndef RUNBOOK_CMICROHTTPD_SHIM_H
#define RUNBOOK_CMICROHTTPD_SHIM_H

#include <microhttpd.h>

/* Swift cannot call variadic functions; the options go into an array that MHD_OPTION_END closes. */
static inline struct MHD_Daemon *runbook_mhd_start(unsigned int flags, MHD_AccessHandlerCallback handler, void *context,
                                                   struct MHD_OptionItem *options)
{
    return MHD_start_daemon(flags, 0, NULL, NULL, handler, context, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/* The connection's socket, or -1. */
static inline int runbook_mhd_socket(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}

/* What a content reader returns to break the connection off (the macro is a cast, which Swift does not import). */
static inline ssize_t runbook_mhd_end_with_error(void)
{
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

#endif
