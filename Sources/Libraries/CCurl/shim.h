#ifndef RUNBOOK_CCURL_SHIM_H
#define RUNBOOK_CCURL_SHIM_H

#include <curl/curl.h>

#endif
