#include "CHaru.h"
#include <stdlib.h>

enum { CHUNK = 256 * 1024, LARGE = 64 * 1024, KEPT_CHUNKS = 8 };

typedef struct chunk {
  struct chunk *next;
  size_t size;
  _Alignas(16) unsigned char bytes[];
} chunk;

struct haru_arena {
  chunk *chunks;  // all of them, in the order they are used
  chunk *open;    // the one blocks come from
  size_t used;    // of `open`
  chunk *large;   // blocks that have a chunk of their own
  size_t held;
};

static _Thread_local haru_arena *current;

haru_arena *haru_arena_new(void) { return calloc(1, sizeof(haru_arena)); }

static void free_chunks(haru_arena *arena, chunk *first) {
  while (first) {
    chunk *next = first->next;
    arena->held -= first->size;
    free(first);
    first = next;
  }
}

void haru_arena_reset(haru_arena *arena) {
  if (!arena) return;
  free_chunks(arena, arena->large);
  arena->large = NULL;
  chunk *last = arena->chunks;
  for (int i = 1; last && i < KEPT_CHUNKS; i++) last = last->next;
  if (last) {
    free_chunks(arena, last->next);
    last->next = NULL;
  }
  arena->open = arena->chunks;
  arena->used = 0;
}

void haru_arena_free(haru_arena *arena) {
  if (!arena) return;
  if (current == arena) current = NULL;
  free_chunks(arena, arena->large);
  free_chunks(arena, arena->chunks);
  free(arena);
}

size_t haru_arena_held(const haru_arena *arena) { return arena ? arena->held : 0; }

void haru_arena_enter(haru_arena *arena) { current = arena; }

static chunk *new_chunk(haru_arena *arena, size_t size) {
  chunk *fresh = malloc(sizeof(chunk) + size);
  if (!fresh) return NULL;
  fresh->next = NULL;
  fresh->size = size;
  arena->held += size;
  return fresh;
}

void *haru_arena_allocate(HPDF_UINT wanted) {
  haru_arena *arena = current;
  if (!arena) return NULL;
  size_t size = ((size_t)wanted + 15) & ~(size_t)15;
  if (size >= LARGE) {
    chunk *own = new_chunk(arena, size);
    if (!own) return NULL;
    own->next = arena->large;
    arena->large = own;
    return own->bytes;
  }
  if (!arena->open || arena->used + size > arena->open->size) {
    chunk *next = arena->open ? arena->open->next : NULL;
    if (!next) {
      next = new_chunk(arena, CHUNK);
      if (!next) return NULL;
      if (arena->open)
        arena->open->next = next;
      else
        arena->chunks = next;
    }
    arena->open = next;
    arena->used = 0;
  }
  void *block = arena->open->bytes + arena->used;
  arena->used += size;
  return block;
}

void haru_arena_release(void *block) {
  if (!current || !block) return;
  for (chunk **link = &current->large; *link; link = &(*link)->next) {
    if ((*link)->bytes == (unsigned char *)block) {
      chunk *own = *link;
      *link = own->next;
      current->held -= own->size;
      free(own);
      return;
    }
  }
}
