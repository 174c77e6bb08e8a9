import Synchronization
import Testing

@testable import Ingestion

@Suite struct OrderedRunTests {
  private struct Stop: Error {}

  /// Work that takes longer for some inputs, so that results come out of order.
  private static func uneven(_ input: Int) -> Int {
    var value = UInt64(input)
    for _ in 0..<(input % 7) * 2_000 { value = value &* 6_364_136_223_846_793_005 &+ 1 }
    return value == 1 ? -1 : input * 2
  }

  @Test(arguments: [1, 2, 8])
  func `Results come in the order of the inputs`(jobs: Int) {
    let inputs = Array(0..<500)
    var results: [Int] = []
    OrderedRun(jobs: jobs, size: { _ in 1 }, work: Self.uneven).run(over: inputs) {
      results.append($0)
      return true
    }
    #expect(results == inputs.map { $0 * 2 })
  }

  @Test func `No input, no result`() {
    OrderedRun<Int, Int>(jobs: 4, size: { _ in 1 }, work: { $0 }).run(over: []) { _ in
      Issue.record("there is nothing to consume")
      return true
    }
  }

  @Test func `Workers run ahead of the consumer by a bounded number of inputs`() {
    let started = Atomic(0)
    let run = OrderedRun<Int, Int>(jobs: 4, size: { _ in 1 }) { input in
      started.add(1, ordering: .relaxed)
      return input
    }
    var mostAhead = 0
    run.run(over: Array(0..<2_000)) { input in
      mostAhead = max(mostAhead, started.load(ordering: .relaxed) - input)
      return true
    }
    #expect(mostAhead <= 64)
  }

  @Test func `An input larger than all room still gets its turn`() {
    var results: [Int] = []
    OrderedRun<Int, Int>(jobs: 3, size: { $0 % 3 == 0 ? 1 << 40 : 1 }, work: { $0 }).run(over: Array(0..<30)) {
      results.append($0)
      return true
    }
    #expect(results == Array(0..<30))
  }

  @Test func `The consumer can stop the run`() {
    let started = Atomic(0)
    let run = OrderedRun<Int, Int>(jobs: 2, size: { _ in 1 }) { input in
      started.add(1, ordering: .relaxed)
      return input
    }
    run.run(over: Array(0..<10_000)) { $0 < 9 }
    #expect(started.load(ordering: .relaxed) < 200)
  }

  @Test func `What the consumer throws ends the run`() {
    let run = OrderedRun<Int, Int>(jobs: 2, size: { _ in 1 }, work: { $0 })
    #expect(throws: Stop.self) {
      try run.run(over: Array(0..<1_000)) { input throws(Stop) in
        if input == 5 { throw Stop() }
        return true
      }
    }
  }
}
