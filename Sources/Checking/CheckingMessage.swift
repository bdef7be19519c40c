import Messages

/// Parts of findings that are worded by themselves: what a field must be, and what there is instead.
public enum CheckingMessage: String, MessageCode {
  case day = "matter.day"
  case date = "matter.date"
  case time = "matter.time"
  case languageTag = "matter.languageTag"
  case countryCode = "matter.countryCode"
  case page = "matter.page"
  case perCent = "matter.perCent"
  case seeSample = "matter.seeSample"
  case dataFor = "country.dataFor"
  case orInstall = "text.orInstall"

  /// The words in English.
  public var english: String {
    switch self {
    case .day: "a day that exists, like 2025-05-20"
    case .date: "a date that exists, like 2025-05-20, 2024-06 or 2024-06-05..2024-06-12"
    case .time: "a time like 14:30, in quotes"
    case .languageTag: "a language tag like de or de-AT"
    case .countryCode: "a country code like DE, AT, IE or FR"
    case .page: "the number of a page, from 1"
    case .perCent: "per cent of the picture's width or height, like 12 or 7.5, at most 100"
    case .seeSample: "correct it; a new sample shows how this field is written"
    case .dataFor: "there is data for {1}"
    case .orInstall: "; or install the package {1}"
    }
  }
}
