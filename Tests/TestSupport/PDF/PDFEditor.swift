import Foundation

/// Changes the objects of a file and writes it again: for negative tests, and for files made by hand.
public struct PDFEditor: Sendable {
  /// The objects by number; number them from 1 without gaps.
  public var objects: [Int: PDFObject]
  /// The trailer, without `Size`.
  public var trailer: [String: PDFObject]
  /// Where a number is free next.
  private var next: Int

  /// Starts with nothing.
  public init() {
    objects = [:]
    trailer = [:]
    next = 1
  }

  /// Starts with what a file holds.
  public init(_ file: PDFFile) {
    objects = file.objects
    trailer = file.trailer
    next = (file.objects.keys.max() ?? 0) + 1
  }

  /// Puts a value under a number of its own.
  ///
  /// - Returns: the reference to it.
  public mutating func add(_ object: PDFObject) -> PDFObject {
    defer { next += 1 }
    objects[next] = object
    return .reference(next)
  }

  /// Changes a dictionary, or a stream's dictionary; does nothing if the object is neither.
  public mutating func edit(_ number: Int, _ change: (inout [String: PDFObject]) -> Void) {
    switch objects[number] {
    case .dictionary(var dictionary):
      change(&dictionary)
      objects[number] = .dictionary(dictionary)
    case .stream(var dictionary, let bytes):
      change(&dictionary)
      objects[number] = .stream(dictionary, bytes)
    default: break
    }
  }

  /// The file's bytes; the same objects give the same bytes.
  public func bytes() -> [UInt8] {
    var out = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
    let count = (objects.keys.max() ?? 0) + 1
    var table = "xref\n0 \(count)\n0000000000 65535 f \n"
    for number in 1..<max(count, 1) {
      guard let object = objects[number] else {
        table += "0000000000 00000 f \n"
        continue
      }
      let offset = String(out.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      out += Array("\(number) 0 obj\n".utf8)
      Self.write(object, to: &out)
      out += Array("\nendobj\n".utf8)
    }
    let start = out.count
    out += Array((table + "trailer\n").utf8)
    Self.write(.dictionary(trailer.merging(["Size": .integer(count)]) { $1 }), to: &out)
    out += Array("\nstartxref\n\(start)\n%%EOF\n".utf8)
    return out
  }

  /// The file, read again.
  ///
  /// - Throws: `PDFSyntaxError` if what was edited is no PDF file any more.
  public func file() throws -> PDFFile { try PDFFile(bytes()) }

  private static func write(_ object: PDFObject, to out: inout [UInt8]) {
    switch object {
    case .null: out += Array("null".utf8)
    case .boolean(let value): out += Array((value ? "true" : "false").utf8)
    case .integer(let value): out += Array(String(value).utf8)
    case .real(let value): out += Array(String(format: "%.5f", value).utf8)
    case .name(let value):
      out.append(UInt8(ascii: "/"))
      for byte in value.utf8 {
        if (33...126).contains(byte), !"()<>[]{}/%#".utf8.contains(byte) {
          out.append(byte)
        } else {
          out += Array(String(format: "#%02X", byte).utf8)
        }
      }
    case .string(let bytes):
      out += Array(("<" + bytes.map { String(format: "%02X", $0) }.joined() + ">").utf8)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(32) }
        write(item, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .dictionary(let items):
      out += Array("<<".utf8)
      for (key, value) in items.sorted(by: { $0.key < $1.key }) {
        write(.name(key), to: &out)
        out.append(32)
        write(value, to: &out)
        out.append(10)
      }
      out += Array(">>".utf8)
    case .stream(let dictionary, let bytes):
      write(.dictionary(dictionary.merging(["Length": .integer(bytes.count)]) { $1 }), to: &out)
      out += Array("\nstream\n".utf8) + bytes + Array("\nendstream".utf8)
    case .reference(let number): out += Array("\(number) 0 R".utf8)
    }
  }
}
