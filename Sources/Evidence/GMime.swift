import CMime

/// The few calls into GMime that need care with memory and types.
///
/// The only place with GObject casts.
enum GMime {
  /// Starts the library, once in a process; it is never shut down.
  static let start: Void = g_mime_init()

  /// A mail as GMime keeps it, freed with this value.
  final class Message {
    let pointer: UnsafeMutablePointer<GMimeMessage>

    /// Parses a mail; nil if there is none in the bytes.
    init?(_ bytes: [UInt8], isMailbox: Bool) {
      GMime.start
      let stream = bytes.withUnsafeBytes { buffer in
        g_mime_stream_mem_new_with_buffer(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      guard let stream else { return nil }
      defer { g_object_unref(stream) }
      guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
      defer { g_object_unref(parser) }
      g_mime_parser_set_format(parser, isMailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
      guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
      pointer = message
    }

    deinit { g_object_unref(pointer) }

    /// The outermost part.
    var root: Object? { g_mime_message_get_mime_part(pointer).map(Object.init) }

    /// The header's fields, raw, in order.
    var headers: [(name: String, raw: String)] {
      let object = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimeObject.self)
      guard let list = g_mime_object_get_header_list(object) else { return [] }
      return (0..<min(g_mime_header_list_get_count(list), 1_000)).compactMap { index in
        guard let header = g_mime_header_list_get_header_at(list, index), let name = g_mime_header_get_name(header)
        else { return nil }
        return (String(cString: name), g_mime_header_get_raw_value(header).map { String(cString: $0) } ?? "")
      }
    }
  }

  private static func isA(_ object: UnsafeMutableRawPointer, _ type: GType) -> Bool {
    g_type_check_instance_is_a(object.assumingMemoryBound(to: GTypeInstance.self), type) != 0
  }

  /// A part; lives as long as its message.
  struct Object {
    let pointer: UnsafeMutablePointer<GMimeObject>

    private func isA(_ type: GType) -> Bool { GMime.isA(UnsafeMutableRawPointer(pointer), type) }

    /// `text/plain`, in lower case.
    var mediaType: String {
      guard let type = g_mime_object_get_content_type(pointer), let text = g_mime_content_type_get_mime_type(type)
      else { return "text/plain" }
      defer { g_free(text) }
      return String(cString: text).lowercased()
    }

    /// A parameter of the content type.
    func parameter(_ name: String) -> String? {
      guard let type = g_mime_object_get_content_type(pointer),
        let value = g_mime_content_type_get_parameter(type, name)
      else { return nil }
      return String(cString: value)
    }

    /// Whether the sender calls it an attachment.
    var isAttachment: Bool {
      guard let disposition = g_mime_object_get_disposition(pointer) else { return false }
      return String(cString: disposition).lowercased() == "attachment"
    }

    /// The name of the file, from either header.
    var fileName: String? {
      guard isA(g_mime_part_get_type()),
        let name = g_mime_part_get_filename(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimePart.self))
      else { return nil }
      let text = String(cString: name)
      return text.isEmpty ? nil : text
    }

    /// The parts of a container; nil for what is none.
    var children: [Object]? {
      guard isA(g_mime_multipart_get_type()) else { return nil }
      let multipart = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimeMultipart.self)
      return (0..<g_mime_multipart_get_count(multipart)).compactMap { index in
        g_mime_multipart_get_part(multipart, index).map(Object.init)
      }
    }

    /// Whether it is a mail within the mail.
    var isMessage: Bool { isA(g_mime_message_part_get_type()) }

    /// The content without its transfer encoding; nil for containers and mails.
    var content: [UInt8]? {
      guard isA(g_mime_part_get_type()),
        let wrapper = g_mime_part_get_content(
          UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimePart.self))
      else { return nil }
      return GMime.bytes { g_mime_data_wrapper_write_to_stream(wrapper, $0) }
    }

    /// The mail within the mail, as it stands in the file; nil for what is none.
    var messageBytes: [UInt8]? {
      guard isMessage,
        let message = g_mime_message_part_get_message(
          UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimeMessagePart.self))
      else { return nil }
      let object = UnsafeMutableRawPointer(message).assumingMemoryBound(to: GMimeObject.self)
      return GMime.bytes { g_mime_object_write_to_stream(object, nil, $0) }
    }

    /// The whole part with its header as it stands in the file.
    var size: Int { GMime.bytes { g_mime_object_write_to_stream(pointer, nil, $0) }.count }
  }

  /// Encoded words and raw eight-bit letters of a header value into characters.
  static func decodedText(_ raw: String) -> String {
    let raw = EncodedWords.withoutBase64(raw)
    guard let unfolded = g_mime_utils_header_unfold(raw) else { return raw }
    defer { g_free(unfolded) }
    guard let text = g_mime_utils_header_decode_text(nil, unfolded) else { return String(cString: unfolded) }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// Addresses as a reader wants them, names with special characters quoted; nil where there is none.
  static func decodedAddresses(_ raw: String) -> String? {
    guard let list = internet_address_list_parse(nil, EncodedWords.withoutBase64(raw)) else { return nil }
    defer { g_object_unref(list) }
    guard internet_address_list_length(list) > 0, let text = internet_address_list_to_string(list, nil, 0) else {
      return nil
    }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// The addresses alone, in small letters; those of groups left out.
  static func addresses(_ raw: String) -> [String] {
    guard let list = internet_address_list_parse(nil, raw) else { return [] }
    defer { g_object_unref(list) }
    return (0..<internet_address_list_length(list)).compactMap { index in
      guard let address = internet_address_list_get_address(list, index),
        isA(UnsafeMutableRawPointer(address), internet_address_mailbox_get_type()),
        let text = internet_address_mailbox_get_addr(
          UnsafeMutableRawPointer(address).assumingMemoryBound(to: InternetAddressMailbox.self))
      else { return nil }
      return String(cString: text).lowercased()
    }
  }

  /// Year, month and day of a `Date` field, in the time zone it names.
  static func day(of raw: String) -> (year: Int, month: Int, day: Int)? {
    guard let time = g_mime_utils_header_decode_date(raw) else { return nil }
    defer { g_date_time_unref(time) }
    return (
      Int(g_date_time_get_year(time)), Int(g_date_time_get_month(time)), Int(g_date_time_get_day_of_month(time))
    )
  }

  private static func bytes(_ write: (UnsafeMutablePointer<GMimeStream>) -> ssize_t) -> [UInt8] {
    guard let stream = g_mime_stream_mem_new() else { return [] }
    defer { g_object_unref(stream) }
    guard write(stream) >= 0 else { return [] }
    let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
    guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
  }
}
