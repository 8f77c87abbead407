/// libmicrohttpd, loaded when the first of its functions is called: it brings GnuTLS with it.
#ifndef RUNBOOK_CMICROHTTPD_H
#define RUNBOOK_CMICROHTTPD_H

#include <microhttpd.h>

/// Starts a daemon; MHD_OPTION_END closes the options (Swift cannot call variadic functions).
struct MHD_Daemon *runbook_mhd_start(unsigned int flags, MHD_AccessHandlerCallback handler, void *context,
                                     struct MHD_OptionItem *options);

/// The connection's socket, or -1.
int runbook_mhd_socket(struct MHD_Connection *connection);

/// What a content reader returns to break the connection off (the macro is a cast, which Swift does not import).
static inline ssize_t runbook_mhd_end_with_error(void) { return MHD_CONTENT_READER_END_WITH_ERROR; }

#endif
