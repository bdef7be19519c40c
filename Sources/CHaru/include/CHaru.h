// libharu with its internal headers: the object API is what this project uses (see docs/pdf.md).
#ifndef COMPLAIN_CHARU_H
#define COMPLAIN_CHARU_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#endif
