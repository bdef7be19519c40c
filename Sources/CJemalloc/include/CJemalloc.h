#pragma once

/// How jemalloc, which the program allocates with, treats memory; it reads this by its name when the process starts.
extern const char *malloc_conf;
