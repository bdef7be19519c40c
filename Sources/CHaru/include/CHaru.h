// libharu 2.3.0 with its internal headers, whose object API is what this project uses, and the three things it needs
// from C: memory for one document (arena), objects whose bodies are ready bytes (hooks), and where a file goes (sink).
#ifndef COMPLAIN_CHARU_H
#define COMPLAIN_CHARU_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <stddef.h>
#include <stdint.h>

// ---- arena -----------------------------------------------------------------------------------------------------
// libharu asks for some thousand small blocks a document and would give each back by itself. Here they come from
// chunks that are given back all at once. Nothing is shared between arenas.

typedef struct haru_arena haru_arena;

/// A new arena, or NULL when memory is exhausted.
haru_arena *_Nullable haru_arena_new(void);

/// Gives everything back.
void haru_arena_free(haru_arena *_Nullable arena);

/// Forgets every block; keeps at most 2 MiB of chunks for the next document.
void haru_arena_reset(haru_arena *_Nullable arena);

/// The bytes the arena holds, used or not.
size_t haru_arena_held(const haru_arena *_Nullable arena);

/// Makes this thread's libharu calls allocate from `arena`: libharu hands its hooks no context.
void haru_arena_enter(haru_arena *_Nullable arena);

/// libharu's hook for a block; 16-byte aligned, NULL when memory is exhausted.
void *_Nullable haru_arena_allocate(HPDF_UINT size);

/// libharu's hook for giving a block back; only blocks of 64 KiB and more really go.
void haru_arena_release(void *_Nullable block);

// ---- objects whose bodies are ready -------------------------------------------------------------------------------

/// What an object's dictionary says after its own entries, and the stream that follows it.
typedef struct {
  size_t offset;   ///< where the entries begin in `haru_bodies.text`
  size_t length;   ///< how many bytes they are
  int32_t stream;  ///< the stream's place, for `write_stream`; negative: none
} haru_body;

/// The ready bodies of a document, by object number; number 0 is the trailer.
typedef struct {
  const uint8_t *_Nullable text;
  const haru_body *_Nullable bodies;
  size_t count;
  /// Writes a stream's bytes with `HPDF_Stream_Write`.
  HPDF_STATUS (*_Nonnull write_stream)(void *_Nonnull context, int32_t stream, HPDF_Stream _Nonnull output);
  void *_Nonnull context;
} haru_bodies;

/// Says where this thread's objects find their bodies; NULL when the document is written.
void haru_bodies_enter(const haru_bodies *_Nullable bodies);

/// Has `dictionary` write its ready body.
void haru_body_attach(HPDF_Dict _Nonnull dictionary);

/// The object number, or 0 of a direct object.
uint32_t haru_object_number(HPDF_Dict _Nonnull dictionary);

// ---- sink ---------------------------------------------------------------------------------------------------------

/// Where the file goes: memory, or a descriptor by way of a buffer.
typedef struct {
  uint8_t *_Nullable bytes;
  size_t count, capacity;
  uint64_t total;  ///< bytes taken so far
  int descriptor;  ///< negative: keep everything in `bytes`
  int borrowed;    ///< whether `bytes` is somebody else's: left alone when it is too small
  int error;       ///< errno of the write that failed, or 0
} haru_sink;

/// libharu's write hook; the stream's `attr` is the sink.
HPDF_STATUS haru_sink_write(HPDF_Stream _Nullable stream, const HPDF_BYTE *_Nullable bytes, HPDF_UINT count);

/// Writes what is left in the buffer to the descriptor; 0 or errno.
int haru_sink_flush(haru_sink *_Nonnull sink);

#endif
