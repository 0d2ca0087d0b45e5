"""Reading with a language model: prompt, grounding of the answer in the text, joining with the offline reader."""
