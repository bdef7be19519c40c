import Matter
import Messages

extension Finding {
  /// More than the way a complaint is filed by takes.
  ///
  /// - Parameters:
  ///   - bytes: about what complaint and evidence come to.
  ///   - limit: what is taken, in bytes.
  ///   - part: how large each of several parts may be, in megabytes.
  public static func channelSize(bytes: Int, limit: Int, part: Int) -> Finding {
    .make(
      .channelSize, "evidence", .number((bytes + 999_999) / 1_000_000), .number(limit / 1_000_000), .number(part))
  }

  /// A file of a type that the authority does not take.
  ///
  /// - Parameters:
  ///   - mediaType: the type, as `image/heif`.
  ///   - field: the entry it is the file of.
  public static func channelType(_ mediaType: String, field: String) -> Finding {
    .make(.channelType, field, .term(mediaType))
  }

  /// An exhibit that no part of a complaint in parts has room for.
  ///
  /// - Parameters:
  ///   - field: the entry.
  ///   - bytes: about what it comes to.
  ///   - limit: the size of a part, in megabytes.
  public static func partTooSmall(field: String, bytes: Int, limit: Int) -> Finding {
    .make(.partTooSmall, field, .number((bytes + 999_999) / 1_000_000), .number(limit))
  }
}
