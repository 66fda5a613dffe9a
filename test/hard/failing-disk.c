/*
 * Stands between a process and its disk (LD_PRELOAD): the n-th changing call on a watched folder fails, writes half, or is the last
 * thing that the process does. What it shall do stands in a small file that is mapped here and written by the test (failing-disk.ts).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { off = 0, count_only = 1, fail_once = 2, fail_on = 3, short_write = 4, kill_before = 5, kill_torn = 6, kill_after = 7 };
enum { kind_open = 1, kind_write = 2, kind_sync = 4, kind_name = 8, kind_cut = 16, kind_read = 32 };
/* The act that follows from a decision. */
enum { go = 0, fail = 1, half = 2, torn = 3, after = 4 };

struct control {
  int32_t mode;   /* one of the first list */
  int32_t at;     /* which call, from 1 */
  int32_t error;  /* errno to fail with */
  int32_t kinds;  /* which kinds count, bits of the second list */
  int32_t counted;
  int32_t hits;
  char folder[4000]; /* absolute, no slash at the end */
};

#define MOST_FILES 65536
static struct control *control;
/* Inode numbers of the open files that are ours. */
static ino_t watched[MOST_FILES];

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("SIGNET_FAILING_DISK");
  if (path == NULL) return;
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int file = real_open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (map != MAP_FAILED) control = map;
  close(file);
}

static int is_ours(const char *path) {
  if (control == NULL || path == NULL || control->folder[0] == 0) return 0;
  size_t length = strlen(control->folder);
  return strncmp(path, control->folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* By what the number stands for now: glibc and libuv close files by ways of their own, and an eventfd may have the number of a file. */
static int is_watched(int file) {
  if (file < 0 || file >= MOST_FILES || watched[file] == 0) return 0;
  struct stat about;
  if (fstat(file, &about) == 0 && about.st_ino == watched[file]) return 1;
  watched[file] = 0;
  return 0;
}

static int decide(int kind) {
  if (control == NULL || control->mode == off || (control->kinds & kind) == 0) return go;
  int32_t number = __atomic_add_fetch(&control->counted, 1, __ATOMIC_SEQ_CST);
  int is_it = number == control->at;
  switch (control->mode) {
    case fail_once: if (!is_it) return go; break;
    case fail_on: if (number < control->at) return go; break;
    case short_write: if (!is_it) return go; break;
    case kill_before: if (is_it) kill(getpid(), SIGKILL); return go;
    case kill_torn: return is_it ? torn : go;
    case kill_after: return is_it ? after : go;
    default: return go;
  }
  __atomic_add_fetch(&control->hits, 1, __ATOMIC_SEQ_CST);
  if (control->mode == short_write) return half;
  errno = control->error;
  return fail;
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

#define REAL(name) static __typeof__(&name) real; if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opened(int file, const char *path) {
  struct stat about;
  if (file >= 0 && file < MOST_FILES) watched[file] = is_ours(path) && fstat(file, &about) == 0 ? about.st_ino : 0;
  return file;
}

#define OPEN_BODY(CALL)                                                               \
  mode_t mode = 0;                                                                    \
  if (flags & (O_CREAT | O_TMPFILE)) {                                                \
    va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest);   \
  }                                                                                   \
  int what = is_ours(path) && (flags & (O_WRONLY | O_RDWR)) ? decide(kind_open) : go; \
  if (what == fail) return -1;                                                        \
  if (what == torn) die();                                                            \
  int file = opened(CALL, path);                                                      \
  if (what == after) die();                                                           \
  return file;

int open(const char *path, int flags, ...) { REAL(open); OPEN_BODY(real(path, flags, mode)) }
int open64(const char *path, int flags, ...) { REAL(open64); OPEN_BODY(real(path, flags, mode)) }
int openat(int at, const char *path, int flags, ...) { REAL(openat); OPEN_BODY(real(at, path, flags, mode)) }
int openat64(int at, const char *path, int flags, ...) { REAL(openat64); OPEN_BODY(real(at, path, flags, mode)) }

int close(int file) {
  REAL(close);
  if (file >= 0 && file < MOST_FILES) watched[file] = 0;
  return real(file);
}

#define WRITE_BODY(CALL, HALF)                          \
  int what = is_watched(file) ? decide(kind_write) : go; \
  if (what == fail) return -1;                          \
  if (what == half || what == torn) {                   \
    ssize_t done = HALF;                                \
    if (what == torn) die();                            \
    return done;                                        \
  }                                                     \
  ssize_t done = CALL;                                  \
  if (what == after) die();                             \
  return done;

#define SOME(length) ((length) > 1 ? (length) / 2 : (length))

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(write); WRITE_BODY(real(file, bytes, length), real(file, bytes, SOME(length)))
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) {
  REAL(pwrite); WRITE_BODY(real(file, bytes, length, at), real(file, bytes, SOME(length), at))
}
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
  REAL(pwrite64); WRITE_BODY(real(file, bytes, length, at), real(file, bytes, SOME(length), at))
}
ssize_t writev(int file, const struct iovec *pieces, int count) {
  REAL(writev); WRITE_BODY(real(file, pieces, count), real(file, pieces, SOME(count)))
}
ssize_t pwritev(int file, const struct iovec *pieces, int count, off_t at) {
  REAL(pwritev); WRITE_BODY(real(file, pieces, count, at), real(file, pieces, SOME(count), at))
}
ssize_t pwritev64(int file, const struct iovec *pieces, int count, off64_t at) {
  REAL(pwritev64); WRITE_BODY(real(file, pieces, count, at), real(file, pieces, SOME(count), at))
}

#define READ_BODY(CALL)                                               \
  if (is_watched(file) && decide(kind_read) == fail) return -1; \
  return CALL;

ssize_t read(int file, void *bytes, size_t length) { REAL(read); READ_BODY(real(file, bytes, length)) }
ssize_t pread(int file, void *bytes, size_t length, off_t at) { REAL(pread); READ_BODY(real(file, bytes, length, at)) }
ssize_t pread64(int file, void *bytes, size_t length, off64_t at) { REAL(pread64); READ_BODY(real(file, bytes, length, at)) }

#define PLAIN_BODY(CONDITION, KIND, CALL)    \
  int what = (CONDITION) ? decide(KIND) : go; \
  if (what == fail) return -1;               \
  if (what == torn) die();                   \
  int done = CALL;                           \
  if (what == after) die();                  \
  return done;

int fsync(int file) { REAL(fsync); PLAIN_BODY(is_watched(file), kind_sync, real(file)) }
int fdatasync(int file) { REAL(fdatasync); PLAIN_BODY(is_watched(file), kind_sync, real(file)) }
int ftruncate(int file, off_t length) { REAL(ftruncate); PLAIN_BODY(is_watched(file), kind_cut, real(file, length)) }
int ftruncate64(int file, off64_t length) { REAL(ftruncate64); PLAIN_BODY(is_watched(file), kind_cut, real(file, length)) }
int rename(const char *from, const char *to) { REAL(rename); PLAIN_BODY(is_ours(from) || is_ours(to), kind_name, real(from, to)) }
int unlink(const char *path) { REAL(unlink); PLAIN_BODY(is_ours(path), kind_name, real(path)) }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); PLAIN_BODY(is_ours(path), kind_name, real(path, mode)) }
