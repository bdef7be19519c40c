import CHaru

extension HaruDocument {
  /// The document that has begun.
  var current: UnsafeMutablePointer<_HPDF_Doc_Rec> {
    get throws(HaruError) {
      guard let document else {
        throw HaruError.library(code: UInt(HPDF_INVALID_DOCUMENT), detail: 0, call: "NewDoc")
      }
      return document
    }
  }

  /// Throws what libharu did not do; after an error its every later call fails, so a document ends here.
  func check(_ status: HPDF_STATUS, _ call: StaticString) throws(HaruError) {
    guard status != HPDF_STATUS(HPDF_OK) else { return }
    throw HaruError.library(code: status, detail: detail, call: "\(call)")
  }

  /// The error of a call that returned nothing.
  func failure(_ call: StaticString) -> HaruError {
    let code = document.map { HPDF_GetError($0) } ?? 0
    return .library(code: code == 0 ? UInt(HPDF_FAILD_TO_ALLOC_MEM) : code, detail: detail, call: "\(call)")
  }

  private var detail: UInt { document.map { HPDF_GetErrorDetail($0) } ?? 0 }

  func number(of dictionary: HPDF_Dict?) throws(HaruError) -> UInt32 {
    guard let dictionary else { throw failure("Dict_New") }
    return haru_object_number(dictionary)
  }

  func object(_ dictionary: HPDF_Dict?) throws(HaruError) -> ObjectNumber {
    ObjectNumber(rawValue: Int(try number(of: dictionary)))
  }
}
