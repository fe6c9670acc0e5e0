# first
a  # after
#
#!bang
b#tight
(  # in
# alone
)
    # indented
if c:  # colon
    # inside
    d
# last