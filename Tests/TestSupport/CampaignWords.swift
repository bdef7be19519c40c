import Matter

// The words of the campaign `meta-ai`, which most cases are about.
extension Account.Platform {
  /// Facebook.
  public static let facebook = Self(rawValue: "facebook")
  /// Instagram.
  public static let instagram = Self(rawValue: "instagram")
  /// Threads.
  public static let threads = Self(rawValue: "threads")
  /// All of them, and no account.
  public static let ofMeta: [Self] = [facebook, instagram, threads, none]
}

extension Objection.Channel {
  /// The form of summer 2024.
  public static let form2024 = Self(rawValue: "form_2024")
  /// The form of spring 2025 and later.
  public static let form2025 = Self(rawValue: "form_2025")
  /// The form for data in others' content.
  public static let formThirdParty = Self(rawValue: "form_third_party")
  /// All ways.
  public static let ofMeta: [Self] = [form2024, form2025, formThirdParty, email, post, failedAttempt]
}
