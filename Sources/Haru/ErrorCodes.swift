extension HaruError {
  /// What one of libharu's codes means (`hpdf_error.h`); those this module's calls can meet.
  static func meaning(of code: UInt) -> String {
    meanings[code] ?? "unknown code"
  }

  private static let meanings: [UInt: String] = [
    // Our own hooks return no status but libharu's; 0x1013 is what it says of a class it does not know.
    0x1013: "an object has an unknown class",
    0x1001: "an array has too many items",
    0x1002: "an array item is missing",
    0x1003: "an array item has another type",
    0x1004: "binary data is too long",
    0x1007: "a dictionary has too many entries",
    0x1008: "a dictionary entry is missing",
    0x1009: "a dictionary entry has another type",
    0x100a: "a stream has no length",
    0x100c: "the document is not valid",
    0x1015: "memory is exhausted",
    0x1016: "reading or writing failed",
    0x1017: "a file could not be opened",
    0x1025: "the document is not valid",
    0x1026: "the document is in another state",
    0x1033: "an object is not valid or belongs to another",
    0x1034: "an object number is not valid",
    0x1035: "the operation is not possible",
    0x1037: "a page is not valid",
    0x1038: "the page tree is not valid",
    0x1039: "a parameter is not valid",
    0x103c: "a stream is not valid",
    0x1044: "a name is not valid",
    0x1045: "a name is too long",
    0x1049: "the page tree has no pages",
    0x104d: "a page already has a parent",
    0x1054: "a page size is not valid",
    0x1057: "a number is too large",
    0x1058: "a stream ended early",
    0x105b: "a string is too long",
    0x105c: "an earlier call had failed",
    0x1065: "there are too many objects",
    0x1066: "zlib failed",
  ]
}
