package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/joho/godotenv"
)

// variable is an environment variable that the program reads.
type variable struct{ name, use string }

// variables are all environment variables that the program reads, in any package. A test compares them with the
// source and with .env.example.
var variables = [...]variable{
	{"DISCORD_TOKEN", "token of the Discord bot; without it pullquote is a question prompt on the terminal"},
	{"CORPUS_DIR", "folder or .jsonl file to answer from; default: the built-in sample"},
	{"DATA_DIR", "folder that keeps what was read of the corpus, so that only changes are read next time; default: memory alone"},
	{"CORPUS_WATCH", "true makes the bot reload the corpus by itself when it has changed; default false"},
	{"MODERATOR_ROLES", "ids of Discord roles whose members may reload the corpus, beside those who may manage the server"},
	{"QUESTION_CHANNELS", "SERVER:CHANNEL ids of channels for questions that found no answer"},
	{"USER_QUESTIONS_PER_MINUTE", "how many questions a member may ask a minute; default 20"},
	{"SERVER_QUESTIONS_PER_MINUTE", "how many questions a server may ask a minute; default 240"},
	{"WORKERS", "how many questions are worked on at once; default twice the processors, at least 4"},
	{"QUEUE", "how many more questions may wait; default 128"},
	{"LOG_LEVEL", "least level that the bot logs: debug, info, warn or error; default info"},
	{"LOG_FORMAT", "form of the bot's log: text or json; default text"},
	{"LOG_QUESTIONS", "true puts the text of questions into the bot's log; default false"},
	{"METRICS_ADDR", "host:port where the bot serves /metrics, /healthz and /readyz; default: nowhere"},
	{"SHARD_COUNT", "number of shards of a bot in more than 2,500 servers; default 1"},
	{"SHARD_IDS", "shards that this process runs, such as 0-3,7; default all"},
	{"DISCORD_API_URL", "address of Discord's REST API; default https://discord.com/api/v10"},
	{"NO_COLOR", "any value switches colours and other styles off"},
	{"COLUMNS", "width of the output where there is no terminal to ask; default 80"},
	{"TERM", "set by the terminal; \"dumb\" switches styles off"},
}

// settings are the values of variables. The zero value has none set.
type settings struct {
	values map[string]string
	// origin says for each value where it was found, for messages.
	origin map[string]string
	// unknown has a line for each name in the file that is not one of variables, in the order of the names.
	unknown []string
}

// readSettings reads the variables from the environment and, where they are not set there, from the file. A file
// that does not exist is no error.
func readSettings(file string, lookup func(string) (string, bool)) (settings, error) {
	stored, err := readDotenv(file)
	s := settings{values: map[string]string{}, origin: map[string]string{}, unknown: unknownNames(file, stored)}
	for _, v := range variables {
		if value, ok := lookup(v.name); ok {
			s.values[v.name], s.origin[v.name] = value, "the environment variable "+v.name
		} else if value, ok := stored[v.name]; ok {
			s.values[v.name], s.origin[v.name] = value, v.name+" in "+file
		}
	}
	return s, err
}

// unknownNames words which names in the file the program does not read. They are no error, since another version may.
func unknownNames(file string, stored map[string]string) (lines []string) {
	names := make([]string, len(variables))
	for i, v := range variables {
		names[i] = v.name
	}
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		if slices.Contains(names, name) {
			continue
		}
		line := fmt.Sprintf("%s sets %s, which is no setting and has no effect", file, name)
		if near := nearest(name, names); len(near) > 0 {
			line += fmt.Sprintf("; did you mean %s?", near[0])
		}
		lines = append(lines, line)
	}
	return lines
}

// redacted returns text without the token.
func (s settings) redacted(text string) string {
	if token := s.get("DISCORD_TOKEN"); token != "" {
		return strings.ReplaceAll(text, token, "[redacted]")
	}
	return text
}

func (s settings) get(name string) string { return s.values[name] }

// readDotenv parses a .env file. A byte order mark, which editors on Windows leave, is skipped.
func readDotenv(file string) (map[string]string, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	vars, err := godotenv.UnmarshalBytes(bytes.TrimPrefix(data, []byte("\ufeff")))
	if err != nil {
		// The parser's message repeats the line, which may hold the token.
		return nil, fmt.Errorf("%s is not a list of NAME=value lines; mend it after the pattern of .env.example", file)
	}
	return vars, nil
}
