// Command pullquote answers questions by quoting.
package main

func main() {}
