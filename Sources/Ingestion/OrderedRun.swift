import Dispatch
import Synchronization

/// Works on many inputs on several threads and hands the results to one consumer in the order of the inputs.
///
/// Workers run ahead of the consumer by a bounded weight, so that memory does not grow with the number of inputs: an
/// input weighs one unit for each started `unitSize` of its size, and `capacity` units may be taken and not yet
/// consumed. Inputs are admitted one after the other, so the consumer's next input never waits for a later one.
struct OrderedRun<Input: Sendable, Output: Sendable>: Sendable {
  /// The number of threads.
  let jobs: Int
  /// What the size of an input is, in the measure of `unitSize`.
  let size: @Sendable (Input) -> Int
  /// What is done with each input.
  let work: @Sendable (Input) -> Output

  private static var capacity: Int { 64 }
  private static var unitSize: Int { 128 << 10 }

  private func weight(of input: Input) -> Int {
    min(Self.capacity, size(input) / Self.unitSize + 1)
  }

  /// Runs until every input is consumed or `consume` asks to stop.
  ///
  /// - Parameter consume: Takes a result on the calling thread; false stops the run. The workers' results that it has
  ///   not taken by then are dropped. What it throws stops the run too.
  func run<Failure: Error>(
    over inputs: [Input], consume: (Output) throws(Failure) -> Bool
  ) throws(Failure) {
    let state = RunState<Output>(capacity: Self.capacity)
    let workers = DispatchGroup()
    let queue = DispatchQueue(label: "kb.workers", attributes: .concurrent)
    for _ in 0..<max(1, min(jobs, inputs.count)) {
      queue.async(group: workers) {
        while let index = state.admit(count: inputs.count, weight: { weight(of: inputs[$0]) }) {
          state.finish(index, work(inputs[index]))
        }
      }
    }
    defer {
      state.stop()
      workers.wait()
    }
    for index in inputs.indices {
      guard try consume(state.result(of: index)) else { return }
      state.release(weight(of: inputs[index]))
    }
  }
}

/// What workers and consumer share.
private final class RunState<Output: Sendable>: Sendable {
  /// The next input to be taken. The lock is held while a worker waits for room, so that admission keeps the order.
  private let next = Mutex(0)
  private let finished = Mutex<[Int: Output]>([:])
  private let isStopped = Atomic(false)
  private let room: DispatchSemaphore
  private let arrivals = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    room = DispatchSemaphore(value: 0)
    release(capacity)
  }

  /// The next input's index once there is room for it, or nil when there is none or the run was stopped.
  func admit(count: Int, weight: (Int) -> Int) -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      for _ in 0..<weight(next) { room.wait() }
      guard !isStopped.load(ordering: .acquiring) else {
        next = count
        return nil
      }
      defer { next += 1 }
      return next
    }
  }

  func finish(_ index: Int, _ output: Output) {
    finished.withLock { $0[index] = output }
    arrivals.signal()
  }

  /// Waits for one input's result.
  func result(of index: Int) -> Output {
    while true {
      if let output = finished.withLock({ $0.removeValue(forKey: index) }) { return output }
      arrivals.wait()
    }
  }

  func release(_ weight: Int) {
    for _ in 0..<weight { room.signal() }
  }

  /// Lets no further input in, and wakes a worker that waits for room.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    release(1 << 10)
  }
}
