import Evidence
import Matter

/// Any bytes as a mail, from its header to the blocks of its annex.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let date = CivilDate(year: 2026, month: 11, day: 23) else { return 0 }
  let maker = ExhibitMaker(
    wording: .keys, documentDate: date, dateText: { "\($0.earliest)" }, canShow: { $0.value < 0x2000 },
    convert: { _, _, _ throws(ConversionObstacle) in throw .refused })
  var item = EvidenceItem()
  item.file = "mail.eml"
  _ = try? maker.exhibit(number: 1, from: item, bytes: bytes)
  return 0
}

extension ExhibitWording {
  /// A wording that needs no file: every text is its key.
  static let keys: ExhibitWording = {
    let texts = Key.allCases.map { key in
      (key.rawValue, key.rawValue + key.placeholders.sorted().map { "{\($0)}" }.joined())
    }
    guard let wording = try? ExhibitWording(Dictionary(uniqueKeysWithValues: texts)) else { preconditionFailure() }
    return wording
  }()
}
