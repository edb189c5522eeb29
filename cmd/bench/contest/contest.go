// Package contest measures search engines beside one another: the same passages and questions for all, every engine in
// processes of its own, all of them in turn, and the middle of several rounds.
//
// A contender is a program that follows one protocol (line.go). What it costs is told by the operating system when a
// process of it ends (process.go) and by the lines that it prints; both become [Figures] with one way of naming them
// (figures.go). [Contest.Run] runs the rounds (rounds.go), in which the slow are asked fewer questions (asking.go).
package contest

// Contender is an engine that takes part.
type Contender struct {
	// Name is what tables call it.
	Name string
	// Program is the program with its first arguments; a command and two paths follow.
	Program []string
	// Index names the folder of its index. Contenders with the same one share it: one of them builds it.
	Index string
	// Build are the commands that are called with what is to be indexed and the folder of the index. The last of them
	// makes the index, in a folder that is empty.
	Build []string
	// Open are the commands that are called with the folder of the index and the file of all questions, of which they answer
	// the first and no more.
	Open []string
	// Query are the commands that are called with the folder of the index and a file of questions.
	Query []string
	// Reload are the commands that are called with a folder of documents of which one in a hundred has changed since the
	// last time, and the folder of the index.
	Reload []string
	// Documents is true for one that reads the documents; the others read the file of the passages.
	Documents bool
}

// source returns what the contender indexes, given the folder of the documents and the file of the passages.
func (c Contender) source(docs, passages string) string {
	if c.Documents {
		return docs
	}
	return passages
}

// Absent is an engine that cannot take part.
type Absent struct{ Name, Reason, Mend string }
