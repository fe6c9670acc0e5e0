"""Words, sentences and letters of a text, as one would print them for an editor."""
import re
import string
import textwrap
from collections import Counter, defaultdict

TEXT = """
The sea was calm that morning, and the old boat lay still. "Nothing moves," said the captain; nothing did.
Three gulls sat on the mast. Three more sat on the rail, and one -- the boldest -- sat on the captain's hat!
Would the wind come? It would, he said, as it had come on every morning of his life: slowly, then all at once.
By noon the sails were full, the gulls were gone and the sea was anything but calm.
"""

STOP = set("the a an and of on it he his was as that then at by but".split())


def words(text):
    return [word.lower() for word in re.findall(r"[A-Za-z]+(?:'[a-z]+)?", text)]


def sentences(text):
    flat = " ".join(text.split())
    return [s for s in re.split(r"(?<=[.!?])\"?\s+(?=[A-Z\"])", flat) if s]


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word)
    count = len(groups) - (word.endswith("e") and not word.endswith("le"))
    return max(1, count)


def readability(text):
    all_words, all_sentences = words(text), sentences(text)
    per_sentence = len(all_words) / len(all_sentences)
    per_word = sum(map(syllables, all_words)) / len(all_words)
    return 206.835 - 1.015 * per_sentence - 84.6 * per_word


def concordance(text, word, width=24):
    flat = " ".join(text.split())
    for match in re.finditer(rf"\b{re.escape(word)}\b", flat, re.IGNORECASE):
        left = flat[max(0, match.start() - width):match.start()]
        right = flat[match.end():match.end() + width]
        yield f"{left:>{width}}[{match[0]}]{right:<{width}}"


def histogram(counter, width=30):
    top = counter.most_common(8)
    longest = max(len(word) for word, _ in top)
    scale = width / top[0][1]
    for word, count in top:
        yield f"{word:<{longest}} {count:>3} {'#' * round(count * scale)}"


def caesar(text, shift):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift])
    return text.translate(table)


def main():
    all_words = words(TEXT)
    print(len(TEXT), "characters,", len(all_words), "words,", len(set(all_words)), "different")
    for number, sentence in enumerate(sentences(TEXT), 1):
        print(f"{number}. {textwrap.shorten(sentence, 48, placeholder='...')}")
    print("\n".join(histogram(Counter(all_words))))
    print("without stop words:", Counter(w for w in all_words if w not in STOP).most_common(5))
    by_length = defaultdict(set)
    for word in all_words:
        by_length[len(word)].add(word)
    for length in sorted(by_length, reverse=True)[:3]:
        print(length, sorted(by_length[length]))
    letters = Counter(c for c in TEXT.lower() if c in string.ascii_lowercase)
    print("".join(letter for letter, _ in sorted(letters.items(), key=lambda item: (-item[1], item[0]))))
    print("missing letters:", "".join(sorted(set(string.ascii_lowercase) - set(letters))) or "none")
    print(f"reading ease {readability(TEXT):.2f}")
    print("\n".join(concordance(TEXT, "captain")))
    print(textwrap.fill(" ".join(TEXT.split()), 60, initial_indent="  * ", subsequent_indent="    "))
    secret = caesar("Meet me at the harbour, Anna!", 13)
    print(secret, "|", caesar(secret, 13))
    print(textwrap.indent(textwrap.dedent("""
        first
          second
        third"""), "> ", lambda line: True))
    print(string.Template("$who owes ${amount} to $whom").substitute(who="Ann", amount="5", whom="Bob"))
    print(string.capwords("the old boat"), TEXT.strip().title()[:20], "Straße".casefold(), "ﬁ".upper())


main()
