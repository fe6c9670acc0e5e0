using Keelback.Text;

namespace Keelback.Benchmarks;

/// <summary>A program of ordinary Python, repeated until it is long enough to measure.</summary>
internal static class SampleSource
{
    private const string Part = """

        class Account{0}:
            '''An account with a balance.'''
            limit = {0}

            def __init__(self, owner, balance=0, *, kind='plain'):
                self.owner, self.balance = owner, balance
                self.history = [(kind, balance)] if balance else []

            def withdraw(self, amount):
                if amount > self.balance + self.limit:
                    raise ValueError(f"{{self.owner}} cannot pay {{amount:.2f}}")
                self.balance -= amount
                for index, (kind, value) in enumerate(self.history):
                    if kind != 'plain' and not value:
                        continue
                    self.history[index] = kind, value * 2 ** index
                return self.balance

        def total{0}(accounts, rate=1.5):
            try:
                return sum(a.balance * rate for a in accounts if a.balance > 0) or None
            except (TypeError, AttributeError) as error:
                print('broken', error, sep=': ')
            finally:
                table = {{name: len(name) for name in ('a', 'bb', 'ccc')}}
            return table['bb'] | 0xFF & ~3
        """;

    /// <summary>About 3,000 lines.</summary>
    public static SourceText Create() => new(
        string.Concat(Enumerable.Range(0, 100).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, Part, number) + "\n")),
        "sample.py");
}
