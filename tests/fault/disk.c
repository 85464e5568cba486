/* A disk that fails on command. Loaded before the C library (LD_PRELOAD), it counts the writes and syncs that a
 * program makes below FAULT_PATH and lets the FAULT_AT-th one fail:
 *
 *   FAULT_MODE=count     nothing fails; the count is printed when the program ends
 *   FAULT_MODE=full      the write answers ENOSPC           (from then on with FAULT_STICKY=1)
 *   FAULT_MODE=error     the write answers EIO              (from then on with FAULT_STICKY=1)
 *   FAULT_MODE=sync      fsync and fdatasync answer EIO     (from then on with FAULT_STICKY=1)
 *   FAULT_MODE=powercut  the power goes: what was written since the last sync of each file is taken back, all of it
 *                        (FAULT_SEED=0) or a pseudo-random part of it, and the program is gone
 *
 * Shared-memory files (-shm) are left alone: a machine that restarts has none.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum mode { OFF, COUNT, FULL, ERROR, SYNC, POWERCUT };

/* What a write replaced, so that it can be taken back. */
struct undo {
    struct undo *older;
    char path[512];
    off_t offset, size_before;
    size_t length;
    unsigned char *before;
};

static enum mode mode;
static long at = -1, operations;
static int sticky;
static unsigned seed;
static const char *below;
static struct undo *newest;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);

static long number(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
}

__attribute__((constructor)) static void start(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    const char *name = getenv("FAULT_MODE");
    const char *names[] = {"off", "count", "full", "error", "sync", "powercut"};
    for (int i = 0; name && i < 6; i++)
        if (!strcmp(name, names[i])) mode = i;
    at = number("FAULT_AT", -1);
    sticky = number("FAULT_STICKY", 0);
    seed = number("FAULT_SEED", 0);
    below = getenv("FAULT_PATH");
}

__attribute__((destructor)) static void end(void) {
    if (mode == COUNT) fprintf(stderr, "OPERATIONS %ld\n", operations);
}

/* Whether the file is one of those we look after; its name goes to `path`. */
static int ours(int fd, char path[512]) {
    char link[64];
    if (mode == OFF || !below) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, 511);
    if (length <= 0) return 0;
    path[length] = 0;
    if (!strstr(path, below)) return 0;
    return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

/* Notes what `length` bytes at `offset` are now. */
static void remember(int fd, const char *path, off_t offset, size_t length) {
    struct stat status;
    struct undo *undo = calloc(1, sizeof *undo);
    int reader = open(path, O_RDONLY);
    strcpy(undo->path, path);
    undo->offset = offset;
    undo->size_before = fstat(fd, &status) == 0 ? status.st_size : 0;
    undo->before = malloc(length ? length : 1);
    ssize_t got = reader < 0 ? 0 : pread(reader, undo->before, length, offset);
    undo->length = got > 0 ? got : 0;
    if (reader >= 0) close(reader);
    undo->older = newest;
    newest = undo;
}

/* A sync makes the writes of its file final. */
static void forget(const char *path) {
    for (struct undo **link = &newest; *link;) {
        struct undo *undo = *link;
        if (strcmp(undo->path, path)) {
            link = &undo->older;
            continue;
        }
        *link = undo->older;
        free(undo->before);
        free(undo);
    }
}

static void cut_the_power(void) {
    for (struct undo *undo = newest; undo; undo = undo->older) {
        if (seed) {
            seed = seed * 1103515245u + 12345u;
            if (seed >> 16 & 1) continue; /* this write had reached the disk by chance */
        }
        int fd = open(undo->path, O_WRONLY);
        if (fd < 0) continue;
        if (undo->length) real_pwrite(fd, undo->before, undo->length, undo->offset);
        if (!seed) real_ftruncate(fd, undo->size_before);
        close(fd);
    }
    _exit(137);
}

/* Counts an operation and says whether it must fail. */
static int fails(int is_sync) {
    operations++;
    if (mode == POWERCUT && operations == at) cut_the_power();
    int due = operations == at || (sticky && at >= 0 && operations >= at);
    return due && (is_sync ? mode == SYNC : mode == FULL || mode == ERROR);
}

static int refuse(void) {
    errno = mode == FULL ? ENOSPC : EIO;
    return -1;
}

static ssize_t guarded_write(int fd, const void *bytes, size_t length, off_t offset, int positioned) {
    char path[512];
    if (!ours(fd, path)) return positioned ? real_pwrite(fd, bytes, length, offset) : real_write(fd, bytes, length);
    pthread_mutex_lock(&lock);
    ssize_t done;
    if (fails(0)) {
        done = refuse();
    } else {
        if (mode == POWERCUT) remember(fd, path, positioned ? offset : lseek(fd, 0, SEEK_CUR), length);
        done = positioned ? real_pwrite(fd, bytes, length, offset) : real_write(fd, bytes, length);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

static int guarded_sync(int fd, int (*real)(int)) {
    char path[512];
    if (!ours(fd, path)) return real(fd);
    pthread_mutex_lock(&lock);
    int done = 0;
    if (fails(1)) {
        done = refuse();
    } else if (mode == POWERCUT) {
        forget(path); /* the real sync would only make the test slow */
    } else {
        done = real(fd);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

static int guarded_truncate(int fd, off_t length) {
    char path[512];
    struct stat status;
    if (mode != POWERCUT || !ours(fd, path)) return real_ftruncate(fd, length);
    pthread_mutex_lock(&lock);
    if (fstat(fd, &status) == 0 && status.st_size > length) remember(fd, path, length, status.st_size - length);
    int done = real_ftruncate(fd, length);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return guarded_write(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return guarded_write(fd, bytes, length, offset, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) { return guarded_write(fd, bytes, length, offset, 1); }
int fsync(int fd) { return guarded_sync(fd, real_fsync); }
int fdatasync(int fd) { return guarded_sync(fd, real_fdatasync); }
int ftruncate(int fd, off_t length) { return guarded_truncate(fd, length); }
int ftruncate64(int fd, off_t length) { return guarded_truncate(fd, length); }
