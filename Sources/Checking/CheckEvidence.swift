import Matter
import Messages

extension Checker {
  /// Whether what is claimed is shown, and what is shown can be read by everybody.
  func evidence() -> [Finding] {
    var found: [Finding] = []
    func has(_ roles: EvidenceItem.Role...) -> Bool {
      matter.evidence.contains { item in item.role.map { roles.contains($0) } ?? false }
    }
    if !objections.isEmpty, !has(.objection, .acknowledgement) {
      found.append(
        .make(
          .evidenceObjection, "evidence", severity: circumstances.mustProveObjection ? .error : nil,
          law: circumstances.proofLaw))
    }
    for (number, objection) in matter.objections.numbered {
      if objection.acknowledgedOn != nil, !has(.acknowledgement) {
        found.append(.make(.evidenceAcknowledgement, "objection.\(number).acknowledged_on"))
      }
      if let basis = objection.date?.basis, basis != .memory, !has(.objection, .acknowledgement) {
        found.append(.make(.evidenceBasis, "objection.\(number).date_basis", .term(basis.rawValue)))
      }
    }
    if answers(.refused, .accepted, .moreAsked, .extended, .other), !has(.answer) {
      found.append(.make(.evidenceAnswer, "evidence", law: circumstances.proofLaw))
    }
    var first: [[String?]: Int] = [:]
    for (number, item) in matter.evidence.numbered where !item.file.isEmpty {
      let path = "evidence.\(number)"
      // Two mails of one mailbox are two exhibits.
      if let earlier = first[[item.file, item.message]] {
        found.append(.make(.evidenceTwice, "\(path).file", .number(earlier)))
      } else {
        first[[item.file, item.message]] = number
      }
      if EvidenceItem.isPicture(named: item.file), item.alt == nil, item.transcript == nil {
        found.append(.make(.evidenceAlt, "\(path).alt"))
      }
      if item.role == .objection, let date = item.date, !objections.isEmpty, !matches(date) {
        found.append(.make(.evidenceDate, "\(path).date"))
      }
      found += policyFindings(item, path)
    }
    return found
  }

  static func contains(_ text: String, _ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let (haystack, needle) = (Array(words.lowercased().utf8), Array(name.lowercased().utf8))
    guard haystack.count >= needle.count else { return false }
    return (0...(haystack.count - needle.count)).contains { haystack[$0..<($0 + needle.count)].elementsEqual(needle) }
  }

  private func matches(_ date: DateRange) -> Bool {
    objections.contains { $0.date.earliest <= date.latest && date.earliest <= $0.date.latest }
  }

  /// The reference, the declarations, the signature.
  func formal() -> [Finding] {
    var found: [Finding] = []
    if !matter.reference.isEmpty {
      if !Self.isSafe(matter.reference) {
        found.append(.make(.referenceUnsafe, "reference", .number(Self.referenceLimit)))
      }
      let reference = Self.letters(matter.reference)
      let names = [matter.person.familyName, matter.person.givenName]
      // Two letters hold no name.
      if reference.utf8.count > 2,
        names.contains(where: { name in
          let name = Self.letters(name)
          return name.count > 2 && Self.contains(reference, name)
        })
      {
        found.append(.make(.referencePersonal, "reference"))
      }
    }
    if matter.declarations.forwardToController == false {
      found.append(.make(.declarationsNotForwarded, "declarations.forward_to_controller"))
    }
    if circumstances.needsSignature, matter.signature.kind ?? Signature.Kind.none == Signature.Kind.none {
      found.append(.make(.signatureNeeded, "signature.kind", law: circumstances.signatureLaw))
    }
    return found
  }

  static let referenceLimit = 64

  /// Whether a reference can be part of a file name on every system.
  static func isSafe(_ reference: String) -> Bool {
    guard (1...referenceLimit).contains(reference.utf8.count), let first = reference.utf8.first else { return false }
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isLetterOrDigit(first) && reference.utf8.last != 0x2E
      && reference.utf8.allSatisfy { isLetterOrDigit($0) || [0x2D, 0x2E, 0x5F].contains($0) }
  }

  private static func letters(_ text: String) -> String { String(text.lowercased().filter(\.isLetter)) }
}
