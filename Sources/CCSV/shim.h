// libcsv: tables of separated values.
#include <csv.h>
