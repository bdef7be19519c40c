/// Runs a test for every element and names the one at which it failed.
///
/// For expectations inside use `comment` in their messages; an error thrown inside carries it.
///
/// - Parameters:
///   - label: what an element is.
///   - elements: all of them; none is an error, because a loop over nothing proves nothing.
///   - body: the test.
public func withEvery<Element>(
  _ label: String, in elements: some Collection<Element>, _ body: (Element) throws -> Void
) throws {
  guard !elements.isEmpty else { throw EveryFailure(description: "there is no \(label) to test with") }
  for element in elements {
    do {
      try body(element)
    } catch {
      throw EveryFailure(description: "\(label) \(element): \(error)")
    }
  }
}

/// A test that failed for one element of many.
public struct EveryFailure: Error, CustomStringConvertible {
  /// Which one and why.
  public var description: String
}
