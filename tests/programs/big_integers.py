"""Integers of many digits: sequences, primes, roots, digits of pi and e, codes."""
import math
import operator
import random
from functools import lru_cache, reduce


@lru_cache(maxsize=None)
def fibonacci(n):
    if n <= 2:
        return int(n > 0)
    half = n // 2
    a, b = fibonacci(half), fibonacci(half + 1)
    return b * b + a * a if n % 2 else a * (2 * b - a)


def is_prime(n, witnesses=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
    if n < 2:
        return False
    for p in witnesses:
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d & 1 == 0:
        d >>= 1
        s += 1
    for a in witnesses:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def pi_digits():
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < m * t:
            yield m
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2


def rho(n):
    for c in range(1, 20):
        x = y = 2
        d = 1
        while d == 1:
            x = (x * x + c) % n
            y = (y * y + c) % n
            y = (y * y + c) % n
            d = math.gcd(abs(x - y), n)
        if d != n:
            return d


def factors(n):
    if n == 1:
        return []
    if is_prime(n):
        return [n]
    if n % 2 == 0:
        return [2] + factors(n // 2)
    d = rho(n)
    return sorted(factors(d) + factors(n // d))


def rsa(bits=96):
    numbers = random.Random(42)

    def prime():
        while True:
            candidate = numbers.getrandbits(bits) | 1 | 1 << bits - 1
            if is_prime(candidate):
                return candidate

    p, q, e = prime(), prime(), 65537
    return p * q, e, pow(e, -1, math.lcm(p - 1, q - 1))


def main():
    print(fibonacci(300))
    print(math.factorial(60), len(str(math.factorial(1000))))
    print(2**521 - 1, is_prime(2**521 - 1), is_prime(2**521 + 1))
    digits = pi_digits()
    print("".join(str(next(digits)) for _ in range(60)))
    print(math.isqrt(2 * 10**80), (10**30 + 1) ** 3 // 7, -(10**30) // 7, -(10**30) % 7, divmod(-(10**25), 10**12 + 1))
    print(factors(600851475143), factors(2**67 - 1), factors(1000000016000000063))
    n, e, d = rsa()
    secret = pow(int.from_bytes(b"meet at noon", "big"), e, n)
    message = pow(secret, d, n)
    print(hex(n), secret, message.to_bytes((message.bit_length() + 7) // 8, "big"))
    print(reduce(operator.xor, (1 << k for k in range(0, 130, 13))), (1 << 100) - 1 & ~0xFF, -(1 << 70) >> 3, ~(1 << 64))
    print((1 << 200).bit_length(), bin(10**10).count("1"), (2**80 + 7).bit_count(), 10**18 * 10, 9223372036854775807 + 1)
    print(-9223372036854775808 - 1, 9223372036854775807 * -2, 3037000500**2, -(-9223372036854775808), abs(-2**63))
    print(int("123456789" * 5), int("-7fffffffffffffffffff", 16), int("z" * 12, 36), int("0b101", 0), int(" 1_000 "))
    print(10**25 == 1e25, 10**22 == 1e22, 2**53 + 1 == float(2**53), hash(10**30), hash(2**61 - 1), hash(-1))
    print(f"{10**20:,}", f"{10**20:_x}", f"{-10**20:+e}", f"{2**70:>30}|", f"{255:#b} {255:#o} {255:#X}")
    print(float(10**40), 10**40 / 10**38, 1 / 3**50, round(10**20 + 55, -2), round(-15, -1), round(25, -1), int(1e22))
    print(math.comb(100, 50), math.perm(20, 5), math.gcd(2**60, 6**40), math.log2(2**1000), math.log10(10**400))
    for bad in (lambda: 10**400 / 1.0, lambda: 10**30 // 0, lambda: int("12a"), lambda: 1 << -1, lambda: pow(2, -1, 4),
                lambda: float(10**400), lambda: (5).to_bytes(0, "big"), lambda: int("9" * 5000)):
        try:
            print(bad())
        except (ArithmeticError, ValueError) as error:
            print(type(error).__name__ + ":", error)


main()
