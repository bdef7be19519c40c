import Document

/// Sets documents, one after the other; each worker has its own.
///
/// It remembers paragraphs and words it has set, within bounds, because most of them are the same in every document of a
/// batch. Nothing it returns depends on what it set before.
public final class Typesetter {
  private let resources: TypesettingResources
  private let setter: ParagraphSetter
  /// Empty between documents; its memory is used again.
  private var slabs: [Slab] = []

  /// Makes a typesetter for one worker.
  public init(_ resources: TypesettingResources) {
    self.resources = resources
    setter = ParagraphSetter(resources)
  }

  /// Sets a document.
  ///
  /// - Parameter document: what to set; text in NFC.
  /// - Returns: the layout, and everything that could not be set.
  public func typeset(_ document: Document) -> TypesetDocument {
    var run = DocumentSetter(document, setter: setter, resources: resources)
    swap(&run.slabs, &slabs)
    defer {
      run.slabs.removeAll(keepingCapacity: run.slabs.capacity < 4096)
      swap(&run.slabs, &slabs)
    }
    return run.run()
  }

  /// How many paragraphs and words are remembered.
  public var remembered: (paragraphs: Int, words: Int) { (setter.cachedParagraphs, setter.shaper.cachedWords) }
}
