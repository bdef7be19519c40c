import Evidence
import Matter

/// Any bytes as a file that Outlook saved: its container is looked through, the converter is not asked.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let date = CivilDate(year: 2026, month: 11, day: 23) else { return 0 }
  let maker = ExhibitMaker(
    wording: .keys, documentDate: date, dateText: { "\($0.earliest)" }, canShow: { $0.value < 0x2000 },
    convert: { _, _, _ throws(ConversionObstacle) in throw .refused })
  var item = EvidenceItem()
  item.file = "mail.msg"
  _ = try? maker.exhibit(number: 1, from: item, bytes: bytes)
  return 0
}
