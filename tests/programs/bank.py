"""A bank: accounts with rules, a ledger, and exceptions that carry what went wrong."""
from abc import ABC, abstractmethod
from contextlib import contextmanager


class BankError(Exception):
    """Whatever the bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} cannot pay {amount / 100:.2f}: only {account.available / 100:.2f} left")
        self.account = account
        self.missing = amount - account.available


class AccountClosed(BankError):
    pass


class Account(ABC):
    _next_number = 1000

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self._open = True
        self.history = []
        self.number = Account._next_number
        Account._next_number += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if not self._open:
            raise AccountClosed(f"account {self.number} is closed")
        self.history.append(value - self._balance)
        self._balance = value

    @property
    @abstractmethod
    def available(self):
        ...

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"deposit of {amount}")
        self.balance += amount
        return self

    def withdraw(self, amount):
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        return self

    def close(self):
        if self._balance:
            raise BankError("balance is not zero") from None
        self._open = False

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.number} {self.owner}: {self._balance / 100:,.2f}>"

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    rate = 2

    @property
    def available(self):
        return self._balance

    def add_interest(self):
        self.deposit(self._balance * self.rate // 100)


class Checking(Account):
    def __init__(self, owner, balance=0, *, overdraft=50_000):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    @property
    def available(self):
        return self._balance + self.overdraft


class Bank:
    def __init__(self):
        self.accounts = {}
        self.log = []

    def open(self, kind, *args, **keywords):
        account = kind(*args, **keywords)
        self.accounts[account.number] = account
        return account

    def __getitem__(self, number):
        try:
            return self.accounts[number]
        except KeyError as error:
            raise BankError(f"no account {number}") from error

    @contextmanager
    def transaction(self, *accounts):
        before = [(account, account._balance, len(account.history)) for account in accounts]
        try:
            yield
        except BankError as error:
            for account, balance, length in before:
                account._balance = balance
                del account.history[length:]
            self.log.append(f"undone: {error}")
            raise
        else:
            self.log.append("done: " + ", ".join(str(account.number) for account in accounts))
        finally:
            self.log.append("--")

    def transfer(self, source, target, amount):
        source, target = self[source], self[target]
        with self.transaction(source, target):
            target.deposit(amount)
            source.withdraw(amount)


def main():
    bank = Bank()
    ann = bank.open(Checking, "Ann", 120_000)
    bob = bank.open(Savings, "Bob", 80_000)
    cy = bank.open(Checking, "Cy", overdraft=0)
    bank.transfer(ann.number, bob.number, 150_000)
    print(ann, bob, cy, sep="\n")
    for source, target, amount in ((ann.number, cy.number, 90_000), (cy.number, 9999, 1), (bob.number, cy.number, -5)):
        try:
            bank.transfer(source, target, amount)
        except InsufficientFunds as error:
            print("refused:", error, "| missing", error.missing, "|", error.account is ann)
        except BankError as error:
            print("refused:", error, "| cause", repr(error.__cause__))
        except ValueError as error:
            print("wrong:", error)
    bob.add_interest()
    print(bob, bob.history)
    print("richest:", max(bank.accounts.values()), "poorest:", min(bank.accounts.values()))
    print(sorted(bank.accounts.values()))
    cy.close()
    try:
        cy.deposit(1)
    except AccountClosed as error:
        print(type(error).__mro__[1].__name__, error)
    try:
        bob.close()
    except BankError as error:
        print(error, error.__suppress_context__)
    try:
        Account("nobody")
    except TypeError as error:
        print(error)
    print(*bank.log, sep="\n")


main()
