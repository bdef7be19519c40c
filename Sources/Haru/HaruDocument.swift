import CHaru

/// A document in libharu's hands: objects, streams, pages, and the file they become.
///
/// One for each worker, used again for every document with ``begin()``. All memory that libharu takes for a document
/// comes from an arena of its own and goes back at once, so that it stays flat however many documents are written. Only
/// one thread at a time may use it; two documents share nothing.
///
/// An object's number is known when it is reserved, so that bodies can refer to it before it is written. Bodies are
/// syntax that is ready: libharu keeps the object table, the page tree, the cross-reference table and the file.
public struct HaruDocument: ~Copyable {
  /// A page's two objects.
  public struct PageObjects: Sendable {
    /// The page.
    public let page: ObjectNumber
    /// Its content stream.
    public let contents: ObjectNumber
  }

  /// Without one, libharu's first allocation fails and is thrown.
  let arena: OpaquePointer?
  let sink: UnsafeMutablePointer<haru_sink>
  var document: HPDF_Doc?
  /// The bodies written so far.
  @usableFromInline var text: PDFBuffer
  @usableFromInline var bodies: [Body] = []
  let streams = StreamTable()
  /// The pages' content streams.
  var contentStreams: [ContentStream] = []

  /// A page's content stream and the number object that says how long it is.
  struct ContentStream {
    var number: ObjectNumber
    var length: UnsafeMutablePointer<_HPDF_Number_Rec>
  }

  /// Where an object's body stands in `text`; negative while it has none.
  @usableFromInline struct Body {
    @usableFromInline var offset: Int
    @usableFromInline var length: Int
    @usableFromInline var stream: Int32
    @usableFromInline init(offset: Int, length: Int, stream: Int32) {
      self.offset = offset
      self.length = length
      self.stream = stream
    }
  }

  /// Makes an empty document.
  public init() throws(HaruError) {
    arena = haru_arena_new()
    sink = .allocate(capacity: 1)
    sink.initialize(to: haru_sink(bytes: nil, count: 0, capacity: 0, total: 0, descriptor: -1, borrowed: 0, error: 0))
    text = PDFBuffer(capacity: 1 << 17)
    try begin()
  }

  deinit {
    haru_arena_free(arena)
    free(sink.pointee.bytes)
    sink.deallocate()
  }

  /// Forgets the last document and begins an empty one.
  public mutating func begin() throws(HaruError) {
    haru_arena_reset(arena)
    document = nil
    text.removeAll()
    bodies.removeAll(keepingCapacity: true)
    streams.removeAll()
    contentStreams.removeAll(keepingCapacity: true)
    haru_arena_enter(arena)
    // Never given back with HPDF_Free: the arena forgets the whole document faster.
    guard let fresh = HPDF_NewEx(nil, haru_arena_allocate, haru_arena_release, 0, nil) else {
      throw HaruError.library(code: UInt(HPDF_FAILD_TO_ALLOC_MEM), detail: 0, call: "NewEx")
    }
    document = fresh
    fresh.pointee.pdf_version = HPDF_VER_17
    // libharu names itself as the producer; the metadata is ours to state.
    try check(HPDF_Dict_RemoveElement(fresh.pointee.info, "Producer"), "Dict_RemoveElement")
    haru_body_attach(fresh.pointee.trailer)
    haru_body_attach(fresh.pointee.catalog)
    haru_body_attach(fresh.pointee.info)
    let last = try Int(number(of: fresh.pointee.info))
    bodies.append(contentsOf: repeatElement(Body(offset: 0, length: 0, stream: -1), count: last + 1))
  }

  /// The catalog; its body is what follows `Type` and `Pages`.
  public var catalog: ObjectNumber { get throws(HaruError) { try object(current.pointee.catalog) } }

  /// The information dictionary.
  public var information: ObjectNumber { get throws(HaruError) { try object(current.pointee.info) } }

  /// The trailer, for ``define(_:_:)`` only; its body is what follows `Root` and `Info`.
  public var trailer: ObjectNumber { ObjectNumber(rawValue: 0) }

  /// Reserves objects that are numbered in a row.
  ///
  /// - Returns: the first number.
  public mutating func reserve(_ count: Int = 1) throws(HaruError) -> ObjectNumber {
    let document = try current
    haru_arena_enter(arena)
    let first = bodies.count
    for _ in 0..<count {
      let dictionary = HPDF_Dict_New(document.pointee.mmgr)
      try check(HPDF_Xref_Add(document.pointee.xref, dictionary), "Xref_Add")
      guard let dictionary else { throw failure("Dict_New") }
      haru_body_attach(dictionary)
    }
    bodies.append(contentsOf: repeatElement(Body(offset: -1, length: 0, stream: -1), count: count))
    return ObjectNumber(rawValue: first)
  }

  /// Adds a page to the page tree; its body is what follows `Type`, `Parent` and `Contents`.
  public mutating func addPage() throws(HaruError) -> PageObjects {
    let document = try current
    haru_arena_enter(arena)
    guard let page = HPDF_AddPage(document) else { throw failure("AddPage") }
    // Pages here share their resources, and say their size exactly.
    try check(HPDF_Dict_RemoveElement(page, "Resources"), "Dict_RemoveElement")
    try check(HPDF_Dict_RemoveElement(page, "MediaBox"), "Dict_RemoveElement")
    guard let attributes = page.pointee.attr?.assumingMemoryBound(to: HPDF_PageAttr_Rec.self),
      let contents = attributes.pointee.contents,
      let length = HPDF_Dict_GetItem(contents, "Length", HPDF_UINT16(HPDF_OCLASS_NUMBER))
    else { throw failure("AddPage") }
    // libharu would copy its memory stream byte by byte, twice; here the data waits as any stream's does.
    contents.pointee.stream = nil
    haru_body_attach(page)
    haru_body_attach(contents)
    let numbers = PageObjects(page: try object(page), contents: try object(contents))
    // The content stream's length is an object of its own, which writes itself.
    let last = max(numbers.page.rawValue, numbers.contents.rawValue) + 1
    while bodies.count <= last { bodies.append(Body(offset: 0, length: 0, stream: -1)) }
    bodies[numbers.page.rawValue].offset = -1
    define(numbers.contents) { $0.raw("/Filter/FlateDecode") }
    bodies[numbers.contents.rawValue].stream = streams.append(.bytes([]))
    contentStreams.append(
      ContentStream(number: numbers.contents, length: length.assumingMemoryBound(to: _HPDF_Number_Rec.self)))
    return numbers
  }

  /// Gives the page at `index` its content, already deflated.
  public mutating func setContents(ofPage index: Int, deflated bytes: UnsafeBufferPointer<UInt8>) {
    let stream = contentStreams[index]
    bodies[stream.number.rawValue].stream = streams.append(copying: bytes)
    HPDF_Number_SetValue(stream.length, HPDF_INT32(clamping: bytes.count))
  }

  /// Writes an object's entries, without the angle brackets around them.
  @inlinable public mutating func define(_ number: ObjectNumber, _ write: (inout PDFBuffer) -> Void) {
    let start = text.count
    write(&text)
    bodies[number.rawValue].offset = start
    bodies[number.rawValue].length = text.count - start
  }

  /// Writes a stream: its dictionary's entries but `Length`, and its data as it stands in the file.
  public mutating func define(_ number: ObjectNumber, data: StreamData, _ write: (inout PDFBuffer) -> Void) {
    define(number) { out in
      out.raw("/Length ")
      out.integer(data.count)
      write(&out)
    }
    bodies[number.rawValue].stream = streams.append(data)
  }

  /// Lets `body` read all object bodies written so far; streams and page contents are not among them.
  public func withBodies<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    text.withBytes { body($0) }
  }

  /// The bytes libharu's memory takes now; for tests that watch it.
  public var heldBytes: Int { haru_arena_held(arena) }
}
