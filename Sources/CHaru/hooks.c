#include "CHaru.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Thread_local const haru_bodies *current;
static _Thread_local HPDF_Stream output;  // from the dictionary's hook to its stream's: libharu hands the latter none

void haru_bodies_enter(const haru_bodies *bodies) { current = bodies; }

uint32_t haru_object_number(HPDF_Dict dictionary) { return dictionary->header.obj_id & 0x00FFFFFF; }

static const haru_body *body_of(HPDF_Dict dictionary) {
  uint32_t number = haru_object_number(dictionary);
  return current && number < current->count ? &current->bodies[number] : NULL;
}

static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
  const haru_body *body = body_of(dictionary);
  if (!body) return HPDF_INVALID_OBJECT;
  output = stream;
  return HPDF_Stream_Write(stream, current->text + body->offset, (HPDF_UINT)body->length);
}

// libharu has written `>>`. Its own streams take a second object for their length; here the length is known.
static HPDF_STATUS write_data(HPDF_Dict dictionary) {
  const haru_body *body = body_of(dictionary);
  if (!body) return HPDF_INVALID_OBJECT;
  if (body->stream < 0) return HPDF_OK;
  HPDF_STATUS status = HPDF_Stream_WriteStr(output, "\nstream\r\n");
  if (status == HPDF_OK) status = current->write_stream(current->context, body->stream, output);
  // CR LF: after data that end in CR, a single LF would look like the second half of their line end (ISO 19005-3 6.1.7.1).
  if (status == HPDF_OK) status = HPDF_Stream_WriteStr(output, "\r\nendstream");
  return status;
}

void haru_body_attach(HPDF_Dict dictionary) {
  dictionary->write_fn = write_entries;
  dictionary->after_write_fn = write_data;
}

int haru_sink_flush(haru_sink *sink) {
  size_t written = 0;
  while (sink->error == 0 && sink->descriptor >= 0 && written < sink->count) {
    ssize_t step = write(sink->descriptor, sink->bytes + written, sink->count - written);
    if (step > 0)
      written += (size_t)step;
    else if (step == 0)
      sink->error = EIO;
    else if (errno != EINTR)
      sink->error = errno;
  }
  if (sink->descriptor >= 0) sink->count = 0;
  return sink->error;
}

HPDF_STATUS haru_sink_write(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT count) {
  haru_sink *sink = stream->attr;
  if (sink->total + count > UINT32_MAX) {  // libharu counts bytes in 32 bits
    sink->error = EFBIG;
    return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, EFBIG);
  }
  if (sink->count + count > sink->capacity) {
    if (sink->descriptor >= 0 && haru_sink_flush(sink) != 0)
      return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, (HPDF_STATUS)sink->error);
    size_t capacity = sink->capacity ? sink->capacity : 64 * 1024;
    while (capacity < sink->count + count) capacity *= 2;
    if (capacity != sink->capacity) {
      uint8_t *larger = sink->borrowed ? malloc(capacity) : realloc(sink->bytes, capacity);
      if (!larger) return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
      if (sink->borrowed) memcpy(larger, sink->bytes, sink->count);
      sink->borrowed = 0;
      sink->bytes = larger;
      sink->capacity = capacity;
    }
  }
  memcpy(sink->bytes + sink->count, bytes, count);
  sink->count += count;
  sink->total += count;
  return HPDF_OK;
}
