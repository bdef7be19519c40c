// syncfs(2): what Linux has and POSIX has not is hidden from Swift's own import of the C library.
extern int syncfs(int fd);
