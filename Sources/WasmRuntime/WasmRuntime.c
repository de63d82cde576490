#include "WasmRuntime.h"

#ifdef __wasm__
#include <stddef.h>
#include <stdint.h>

// ---- Memory: free lists by power of two over a region that only grows. ----
// A block is preceded by the address of its class, so that aligned blocks, whose payload does not follow their
// start, can be freed like others.

extern unsigned char __heap_base;

typedef struct Free {
  struct Free *next;
} Free;

static uintptr_t top;
static Free *bins[32];

enum { HEADER = 16, SMALLEST = 5 };

static unsigned class_for(size_t bytes) {
  unsigned class = SMALLEST;
  while (class < 31 && ((size_t)1 << class) < bytes) class++;
  return class;
}

// A fresh or used region of 2^class bytes, aligned to 16; 0 when memory has run out.
static uintptr_t region(unsigned class) {
  if (bins[class]) {
    Free *free = bins[class];
    bins[class] = free->next;
    return (uintptr_t)free;
  }
  if (!top) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  uintptr_t start = top;
  uintptr_t end = start + ((uintptr_t)1 << class);
  if (end < start) return 0;
  uintptr_t have = (uintptr_t)__builtin_wasm_memory_size(0) << 16;
  if (end > have) {
    size_t pages = (end - have + 0xFFFF) >> 16;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
  }
  top = end;
  return start;
}

static void *allocate(size_t alignment, size_t bytes) {
  if (alignment < 16) alignment = 16;
  if (bytes > ((size_t)1 << 30)) return 0;
  unsigned class = class_for(bytes + HEADER + (alignment - 16));
  uintptr_t start = region(class);
  if (!start) return 0;
  uintptr_t payload = (start + HEADER + alignment - 1) & ~(uintptr_t)(alignment - 1);
  uint32_t *header = (uint32_t *)(payload - HEADER);
  header[0] = (uint32_t)start;
  header[1] = class;
  return (void *)payload;
}

void *malloc(size_t bytes) { return allocate(16, bytes); }

int posix_memalign(void **out, size_t alignment, size_t bytes) {
  void *payload = allocate(alignment, bytes);
  if (!payload) return 12;
  *out = payload;
  return 0;
}

void free(void *payload) {
  if (!payload) return;
  uint32_t *header = (uint32_t *)((uintptr_t)payload - HEADER);
  Free *free = (Free *)(uintptr_t)header[0];
  unsigned class = header[1];
  free->next = bins[class];
  bins[class] = free;
}

// ---- Bytes: with bulk memory, the builtins become one instruction each. ----

void *memset(void *to, int value, size_t count) {
  unsigned char *bytes = to;
  if (count == 0) return to;
  __asm__ volatile("local.get %0\n local.get %1\n local.get %2\n memory.fill 0\n" : : "r"(bytes), "r"(value), "r"(count) : "memory");
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  if (count == 0) return to;
  __asm__ volatile("local.get %0\n local.get %1\n local.get %2\n memory.copy 0, 0\n" : : "r"(to), "r"(from), "r"(count) : "memory");
  return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t count) { return memmove(to, from, count); }

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left;
  const unsigned char *b = right;
  for (; count; a++, b++, count--)
    if (*a != *b) return *a - *b;
  return 0;
}

// ---- The product of 128-bit integers, which decimal text of doubles needs. ----

__int128 __multi3(__int128 left, __int128 right) {
  uint64_t a = (uint64_t)left;
  uint64_t b = (uint64_t)right;
  uint64_t a0 = a & 0xFFFFFFFFu, a1 = a >> 32;
  uint64_t b0 = b & 0xFFFFFFFFu, b1 = b >> 32;
  uint64_t low = a0 * b0;
  uint64_t cross = a0 * b1;
  uint64_t other = a1 * b0;
  uint64_t middle = (low >> 32) + (cross & 0xFFFFFFFFu) + (other & 0xFFFFFFFFu);
  uint64_t high = a1 * b1 + (cross >> 32) + (other >> 32) + (middle >> 32);
  high += a * (uint64_t)(right >> 64) + b * (uint64_t)(left >> 64);
  uint64_t bottom = (low & 0xFFFFFFFFu) | (middle << 32);
  return (__int128)(((unsigned __int128)high << 64) | bottom);
}

// ---- Rounding to the nearest whole number, halves away from zero, which has no instruction of its own. ----

double round(double x) {
  double whole = __builtin_trunc(x);
  return __builtin_fabs(x - whole) >= 0.5 ? whole + __builtin_copysign(1.0, x) : whole;
}

// ---- Hash seeds: the same in every run, so that the same scene gives the same bits. ----

void arc4random_buf(void *to, size_t count) {
  static uint64_t state = 0x9E3779B97F4A7C15u;
  unsigned char *bytes = to;
  while (count--) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    *bytes++ = (unsigned char)state;
  }
}
#endif
