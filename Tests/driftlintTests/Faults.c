// Loaded into the program before the C library, to make one of its calls fail: the one with the number FAULT_AT, from 0,
// among those that read or write files or streams. FAULT_ERROR is what it fails with; 0 makes it read or write one byte.
// With FAULT_LASTING all calls after it fail, too. Counted is what the program does once it has prepared its streams, of
// which ignoring SIGPIPE is the end. Whether the call was reached is told by a file at FAULT_MARK.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;
static atomic_int is_ready;
static int at, number, lasting;
static const char *mark;

__attribute__((constructor)) static void prepare(void) {
    at = atoi(getenv("FAULT_AT"));
    number = atoi(getenv("FAULT_ERROR"));
    lasting = getenv("FAULT_LASTING") != NULL;
    mark = getenv("FAULT_MARK");
}

typedef void (*signal_handler)(int);

signal_handler signal(int number, signal_handler handler) {
    if (number == SIGPIPE) atomic_store(&is_ready, 1);
    return ((signal_handler(*)(int, signal_handler))dlsym(RTLD_NEXT, "signal"))(number, handler);
}

/// Whether a call fails, with errno set; `count` becomes what it may read or write.
static int fails(size_t *count) {
    if (!atomic_load(&is_ready)) return 0;
    int index = atomic_fetch_add(&calls, 1);
    if (index != at && !(lasting && index > at)) return 0;
    if (index == at) {
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
        int descriptor = real(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor >= 0) close(descriptor);
    }
    if (number == 0) {
        if (count && *count > 1) *count = 1;
        return 0;
    }
    errno = number;
    return 1;
}

/// Descriptors of what the runtime watches its threads by, which it cannot do without.
static atomic_char runtime[1024];

static int is_runtime(const char *path) { return strncmp(path, "/proc/", 6) == 0; }

/// Whether a descriptor is a file or a stream of the program, and not one of those by which the runtime wakes its threads.
static int counts(int descriptor) {
    if (descriptor >= 0 && descriptor < 1024 && atomic_load(&runtime[descriptor])) return 0;
    struct stat status;
    int (*real)(int, struct stat *) = dlsym(RTLD_NEXT, "fstat");
    return descriptor < 3 || (real(descriptor, &status) == 0 && S_ISREG(status.st_mode));
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

static int open_as(const char *name, const char *path, int flags, mode_t mode) {
    if (!is_runtime(path) && fails(NULL)) return -1;
    int descriptor = ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name))(path, flags, mode);
    if (descriptor >= 0 && descriptor < 1024) atomic_store(&runtime[descriptor], is_runtime(path));
    return descriptor;
}

int open(const char *path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return open_as("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return open_as("open64", path, flags, mode);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
    return counts(descriptor) && fails(&count) ? -1 : REAL(ssize_t, read, int, void *, size_t)(descriptor, bytes, count);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    return counts(descriptor) && fails(&count) ? -1 : REAL(ssize_t, write, int, const void *, size_t)(descriptor, bytes, count);
}

int stat(const char *path, struct stat *result) {
    return fails(NULL) ? -1 : REAL(int, stat, const char *, struct stat *)(path, result);
}

int lstat(const char *path, struct stat *result) {
    return fails(NULL) ? -1 : REAL(int, lstat, const char *, struct stat *)(path, result);
}

int fstat(int descriptor, struct stat *result) {
    return fails(NULL) ? -1 : REAL(int, fstat, int, struct stat *)(descriptor, result);
}

int access(const char *path, int mode) { return fails(NULL) ? -1 : REAL(int, access, const char *, int)(path, mode); }

int fchmod(int descriptor, mode_t mode) { return fails(NULL) ? -1 : REAL(int, fchmod, int, mode_t)(descriptor, mode); }

int fsync(int descriptor) { return fails(NULL) ? -1 : REAL(int, fsync, int)(descriptor); }

int rename(const char *old, const char *new) {
    return fails(NULL) ? -1 : REAL(int, rename, const char *, const char *)(old, new);
}

int unlink(const char *path) { return fails(NULL) ? -1 : REAL(int, unlink, const char *)(path); }

DIR *opendir(const char *path) { return fails(NULL) ? NULL : REAL(DIR *, opendir, const char *)(path); }

struct dirent *readdir(DIR *stream) { return fails(NULL) ? NULL : REAL(struct dirent *, readdir, DIR *)(stream); }
