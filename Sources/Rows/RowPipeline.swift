import Dispatch
import Synchronization

/// Works on the rows of a table with several threads and gives the results in the order of the rows.
///
/// What is in memory at a time is bounded: a few groups of rows a thread.
public struct RowPipeline: Sendable {
  /// How many rows a thread takes at once: enough that taking them costs nothing beside working on them.
  static let group = 128

  private let workers: Int

  /// - Parameter workers: how many threads work, beside the one that reads and takes.
  public init(workers: Int) { self.workers = max(1, workers) }

  /// Runs the pipeline to the end of the rows, or to the first error, in the order of the rows.
  ///
  /// - Parameters:
  ///   - next: gives the next row, on the calling thread.
  ///   - work: makes something of a row, on any thread.
  ///   - take: takes it, on the calling thread, in order.
  public func run<Result: Sendable>(
    _ next: () throws -> Row?, work: @escaping @Sendable (Row) throws -> Result, take: (Result) throws -> Void
  ) throws {
    let queue = DispatchQueue.global(qos: .userInitiated)
    // Twice as many groups as threads: none waits while the oldest group is taken.
    let window = workers * 2
    var waiting: [Job<Result>] = []
    var isAtEnd = false
    // Whoever leaves by an error waits for what has begun: its rows must not outlive the call.
    defer { for job in waiting { job.done.wait() } }
    while !isAtEnd || !waiting.isEmpty {
      while !isAtEnd, waiting.count < window {
        let rows = try Self.rows(next)
        isAtEnd = rows.count < Self.group
        guard !rows.isEmpty else { break }
        let job = Job<Result>()
        waiting.append(job)
        queue.async { job.run(rows, work) }
      }
      guard let first = waiting.first else { break }
      first.done.wait()
      waiting.removeFirst()
      for result in try first.results() { try take(result) }
    }
  }

  private static func rows(_ next: () throws -> Row?) throws -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(group)
    while rows.count < group, let row = try next() { rows.append(row) }
    return rows
  }

  /// One group of rows on its way.
  private final class Job<Result: Sendable>: Sendable {
    let done = DispatchSemaphore(value: 0)
    private let state = Mutex<(results: [Result], error: (any Error)?)>(([], nil))

    func run(_ rows: [Row], _ work: (Row) throws -> Result) {
      var results: [Result] = []
      results.reserveCapacity(rows.count)
      var failure: (any Error)?
      for row in rows where failure == nil {
        do { results.append(try work(row)) } catch { failure = error }
      }
      let (made, error) = (results, failure)
      state.withLock { $0 = (made, error) }
      done.signal()
    }

    /// The results of the rows before an error are lost with it: a run that fails has no result.
    func results() throws -> [Result] {
      try state.withLock { state in
        if let error = state.error { throw error }
        defer { state.results = [] }
        return state.results
      }
    }
  }
}
