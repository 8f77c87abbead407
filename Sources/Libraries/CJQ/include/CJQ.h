/// libjq, loaded when the first of its functions is called.
#ifndef RUNBOOK_CJQ_H
#define RUNBOOK_CJQ_H

#include <jv.h>

#include <jq.h>

#endif
